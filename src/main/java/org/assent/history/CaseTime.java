package org.assent.history;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The time of a case's home: Dhaka for agreements, Tokyo for projects. Public: pages say the same times as files. */
public enum CaseTime {
    TOKYO("Tokyo", ZoneId.of("Asia/Tokyo")),
    DHAKA("Dhaka", ZoneId.of("Asia/Dhaka"));

    private static final Set<String> OF_AGREEMENTS =
            Set.of("agreement", "drafting", "review", "signing", "monitoring", "evaluation");
    private static final Pattern ISO =
            Pattern.compile("[0-9]{4}(-[0-9]{2}){2}T[0-9]{2}:[0-9]{2}:[0-9]{2}([.][0-9]{1,9})?Z");
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("d MMM uuuu, HH:mm:ss", Locale.ENGLISH);
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM uuuu", Locale.ENGLISH);

    private final String town;
    private final ZoneId zone;

    CaseTime(String town, ZoneId zone) {
        this.town = town;
        this.zone = zone;
    }

    public static CaseTime of(String process) {
        return OF_AGREEMENTS.contains(process) ? DHAKA : TOKYO;
    }

    public static boolean isOfAgreements(String process) {
        return of(process) == DHAKA;
    }

    public String town() {
        return town;
    }

    public ZoneId zone() {
        return zone;
    }

    /** {@code 24 Aug 2022, 09:00:12}; the heading says in which zone. */
    public String moment(@Nullable Instant moment) {
        return moment == null ? "" : MOMENT.format(moment.atZone(zone));
    }

    /** With the zone, for where no heading says it. */
    public String spelled(@Nullable Instant moment) {
        return moment == null ? "" : moment(moment) + " " + town;
    }

    /** A value as it is, but a moment as the heading's zone has it. */
    String inWords(String value) {
        return ISO.matcher(value).matches() ? moment(Instant.parse(value)) : value;
    }

    public static String day(LocalDate day) {
        return DAY.format(day);
    }

    /** {@code 3 d 4 h}: the two largest units, because nobody counts the seconds of a month. */
    public static String lasted(@Nullable Long milliseconds) {
        if (milliseconds == null) {
            return "";
        }
        Duration time = Duration.ofMillis(milliseconds);
        if (time.toDays() > 0) {
            return time.toDays() + " d " + time.toHoursPart() + " h";
        }
        if (time.toHours() > 0) {
            return time.toHours() + " h " + time.toMinutesPart() + " min";
        }
        if (time.toMinutes() > 0) {
            return time.toMinutes() + " min " + time.toSecondsPart() + " s";
        }
        return time.toSeconds() > 0 ? time.toSeconds() + " s" : "under 1 s";
    }
}
