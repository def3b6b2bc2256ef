package org.assent.attendance;

import java.text.Normalizer;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Which column of a report means what; -1 where there is none. */
record ReportColumns(
        int name,
        int givenName,
        int email,
        int join,
        int leave,
        int duration,
        boolean outline,
        int width,
        @Nullable ZoneId zone) {

    private static final Set<String> NAME = Set.of(
            "name",
            "full name",
            "participant",
            "participant name",
            "display name",
            "user name",
            "username",
            "attendee",
            "attendee name",
            "participants");
    private static final Set<String> FAMILY_NAME = Set.of("last name", "family name", "surname");
    private static final Set<String> GIVEN_NAME = Set.of("first name", "given name", "forename");
    private static final Set<String> EMAIL = Set.of(
            "email",
            "e mail",
            "user email",
            "user e mail",
            "email address",
            "e mail address",
            "attendee email",
            "participant email",
            "mail");
    private static final Set<String> JOIN = Set.of(
            "join time", "join", "joined", "joined at", "time joined", "join date", "join timestamp", "joined time");
    private static final Set<String> LEAVE = Set.of(
            "leave time",
            "leave",
            "left",
            "left at",
            "time left",
            "leave date",
            "leave timestamp",
            "exit time",
            "time exited",
            "left time");
    private static final Set<String> FIRST_JOIN =
            Set.of("first join", "first join time", "first joined", "first seen at", "first seen");
    private static final Set<String> LAST_LEAVE =
            Set.of("last leave", "last leave time", "last left", "last seen at", "last seen");
    private static final Set<String> DURATION =
            Set.of("duration", "in meeting duration", "total duration", "time in session", "attendance duration");
    private static final Pattern BRACKETS = Pattern.compile("\\(([^)]*)\\)");

    /** The columns of a heading, or none if this is no heading of a list of joins. */
    static Optional<ReportColumns> of(List<String> heading) {
        List<String> words = heading.stream().map(ReportColumns::plain).toList();
        int family = find(words, FAMILY_NAME);
        int name = find(words, NAME) >= 0 ? find(words, NAME) : family;
        int email = find(words, EMAIL);
        int join = find(words, JOIN);
        int leave = find(words, LEAVE);
        boolean outline = join < 0 || leave < 0;
        if (outline) {
            join = find(words, FIRST_JOIN);
            leave = find(words, LAST_LEAVE);
        }
        if (name < 0 && email < 0 || join < 0 || leave < 0) {
            return Optional.empty();
        }
        return Optional.of(new ReportColumns(
                name,
                name == family ? find(words, GIVEN_NAME) : -1,
                email,
                join,
                leave,
                find(words, DURATION),
                outline,
                heading.size(),
                zone(heading.get(join))));
    }

    private static int find(List<String> words, Set<String> meanings) {
        for (int i = 0; i < words.size(); i++) {
            if (meanings.contains(words.get(i))) {
                return i;
            }
        }
        return -1;
    }

    private static String plain(String heading) {
        return Normalizer.normalize(BRACKETS.matcher(heading).replaceAll(" "), Normalizer.Form.NFKC)
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}]+", " ")
                .strip();
    }

    private static @Nullable ZoneId zone(String heading) {
        Matcher brackets = BRACKETS.matcher(heading);
        return brackets.find() ? ReportTimes.offset(brackets.group(1)) : null;
    }
}
