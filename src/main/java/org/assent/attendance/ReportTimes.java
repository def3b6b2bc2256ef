package org.assent.attendance;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads the times of a report as platforms and spreadsheets write them; what can mean two things means nothing. */
final class ReportTimes {

    private static final List<String> MONTHS =
            List.of("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec");

    private static final String TIME =
            "(?<hour>\\d{1,2})[:.](?<minute>\\d{2})(?:[:.](?<second>\\d{2})(?:[.,]\\d+)?)?\\s*(?<half>[AaPp]\\.?[Mm]\\.?)?"
                    + "\\s*(?<zone>Z|(?:UTC|GMT)?\\s*[+-]\\d{1,2}(?::?\\d{2})?|UTC|GMT)?";
    private static final Pattern NUMBERS =
            Pattern.compile("(?<a>\\d{1,4})(?<mark>[./-])(?<b>\\d{1,2})\\k<mark>(?<c>\\d{1,4})[,T\\s]+" + TIME);
    private static final Pattern MONTH_FIRST = Pattern.compile(
            "(?:[A-Za-z]+,\\s*)?(?<month>[A-Za-z]{3,9})\\.?\\s+(?<day>\\d{1,2}),?\\s+(?<year>\\d{4}),?\\s+(?:at\\s+)?"
                    + TIME);
    private static final Pattern DAY_FIRST = Pattern.compile(
            "(?:[A-Za-z]+,\\s*)?(?<day>\\d{1,2})[\\s-](?<month>[A-Za-z]{3,9})\\.?[\\s,-]+(?<year>\\d{4}),?\\s+(?:at\\s+)?"
                    + TIME);
    private static final Pattern TIME_ONLY = Pattern.compile(TIME);

    private final Instant start;
    private final Instant end;
    private final ZoneId zone;

    ReportTimes(Instant start, Instant end, ZoneId zone) {
        this.start = start;
        this.end = end;
        this.zone = zone;
    }

    /** Why a value has no time, as the end of a sentence about its line. */
    static final class Unreadable extends Exception {

        Unreadable(String why) {
            super(why);
        }
    }

    /** A heading such as "Join Time (UTC+09:00)" speaks for its column. */
    Instant read(String value, @Nullable ZoneId column) throws Unreadable {
        String text = value.replaceAll("[\\s\\u00a0\\u202f\\u2009]+", " ").strip();
        if (text.isEmpty()) {
            throw new Unreadable("has no time of joining or leaving");
        }
        for (Pattern shape : List.of(NUMBERS, MONTH_FIRST, DAY_FIRST, TIME_ONLY)) {
            Matcher match = shape.matcher(text);
            if (match.matches()) {
                return at(match, dates(shape, match), column);
            }
        }
        throw new Unreadable("has a time that cannot be read");
    }

    private Instant at(Matcher match, Set<LocalDate> dates, @Nullable ZoneId column) throws Unreadable {
        LocalTime time = time(match);
        ZoneId here = zone(match.group("zone"), column == null ? zone : column);
        Set<Instant> instants = new LinkedHashSet<>();
        for (LocalDate date : dates) {
            LocalDateTime local = date.atTime(time);
            List<ZoneOffset> offsets = here.getRules().getValidOffsets(local);
            if (offsets.size() != 1) {
                throw new Unreadable("has a time that the change of the clocks makes uncertain");
            }
            instants.add(local.toInstant(offsets.get(0)));
        }
        if (instants.isEmpty()) {
            throw new Unreadable("has a date that does not exist");
        }
        if (instants.size() > 1) {
            instants.removeIf(instant -> !near(instant));
        }
        if (instants.size() != 1) {
            throw new Unreadable("has a date whose day and month can be read either way, neither fitting the session");
        }
        return instants.iterator().next();
    }

    private boolean near(Instant instant) {
        Duration day = Duration.ofDays(1);
        return instant.isAfter(start.minus(day)) && instant.isBefore(end.plus(day));
    }

    private Set<LocalDate> dates(Pattern shape, Matcher match) {
        Set<LocalDate> dates = new LinkedHashSet<>();
        if (shape == TIME_ONLY) {
            dates.add(LocalDate.ofInstant(start, zone));
            dates.add(LocalDate.ofInstant(end, zone));
        } else if (shape == NUMBERS) {
            int a = Integer.parseInt(match.group("a"));
            int b = Integer.parseInt(match.group("b"));
            int c = Integer.parseInt(match.group("c"));
            if (match.group("a").length() == 4) {
                add(dates, a, b, c);
            } else {
                int year = match.group("c").length() == 2 ? 2000 + c : c;
                add(dates, year, b, a);
                if (match.group("c").length() == 2) {
                    add(dates, 2000 + a, b, c);
                }
                // with points the day comes first wherever points are used; slashes and hyphens say nothing
                if (!match.group("mark").equals(".") || dates.isEmpty()) {
                    add(dates, year, a, b);
                }
            }
        } else {
            String month = match.group("month").substring(0, 3).toLowerCase(Locale.ROOT);
            add(
                    dates,
                    Integer.parseInt(match.group("year")),
                    MONTHS.indexOf(month) + 1,
                    Integer.parseInt(match.group("day")));
        }
        return dates;
    }

    private static void add(Set<LocalDate> dates, int year, int month, int day) {
        try {
            dates.add(LocalDate.of(year, month, day));
        } catch (DateTimeException e) {
            // no such day: this reading is out
            return;
        }
    }

    private static LocalTime time(Matcher match) throws Unreadable {
        int hour = Integer.parseInt(match.group("hour"));
        String half = match.group("half");
        if (half != null && hour <= 12) {
            hour = hour % 12 + (half.toLowerCase(Locale.ROOT).startsWith("p") ? 12 : 0);
        }
        String second = match.group("second");
        try {
            return LocalTime.of(
                    hour, Integer.parseInt(match.group("minute")), second == null ? 0 : Integer.parseInt(second));
        } catch (DateTimeException e) {
            throw new Unreadable("has a time that does not exist");
        }
    }

    private static ZoneId zone(@Nullable String written, ZoneId otherwise) throws Unreadable {
        if (written == null) {
            return otherwise;
        }
        ZoneId zone = offset(written);
        if (zone == null) {
            throw new Unreadable("has a time zone that does not exist");
        }
        return zone;
    }

    /** Z, UTC, GMT+9, UTC+05:30, +0900, Asia/Tokyo. */
    static @Nullable ZoneId offset(String written) {
        String text = written.replaceAll("\\s", "").replace('\u2212', '-');
        Matcher offset =
                Pattern.compile("(?:UTC|GMT)?([+-])(\\d{1,2})(?::?(\\d{2}))?").matcher(text);
        try {
            if (offset.matches()) {
                int sign = offset.group(1).equals("-") ? -1 : 1;
                int minutes = offset.group(3) == null ? 0 : Integer.parseInt(offset.group(3));
                return ZoneOffset.ofHoursMinutes(sign * Integer.parseInt(offset.group(2)), sign * minutes);
            }
            return text.equals("UTC") || text.equals("GMT") || text.equals("Z") || text.contains("/")
                    ? ZoneId.of(text)
                    : null;
        } catch (DateTimeException e) {
            return null;
        }
    }
}
