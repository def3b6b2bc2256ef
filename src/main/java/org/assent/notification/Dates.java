package org.assent.notification;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Dates and ranges of dates as officials write them; what is not wholly understood is not read. */
final class Dates {

    /** First day, last day, and how many days it lasts. */
    record Span(LocalDate start, LocalDate end, int days) {}

    private static final List<String> MONTHS =
            List.of("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec");
    private static final String M =
            "(jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?"
                    + "|nov(?:ember)?|dec(?:ember)?)\\.?";
    private static final String D = "(\\d{1,2})";
    private static final String Y = "(\\d{4})";
    private static final Pattern WEEKDAY =
            Pattern.compile("\\b(mon|tue|wed|thu|fri|sat|sun)(?:day|s|sday|nesday|r|rs|rsday|urday)?\\b\\.?");
    private static final Map<String, DayOfWeek> WEEKDAYS = Map.of(
            "mon",
            DayOfWeek.MONDAY,
            "tue",
            DayOfWeek.TUESDAY,
            "wed",
            DayOfWeek.WEDNESDAY,
            "thu",
            DayOfWeek.THURSDAY,
            "fri",
            DayOfWeek.FRIDAY,
            "sat",
            DayOfWeek.SATURDAY,
            "sun",
            DayOfWeek.SUNDAY);
    private static final Pattern COUNT = Pattern.compile("\\(?\\s*(?:for\\s+)?(?<![\\d-])(\\d{1,2}|" + Numbers.WORDS
            + ")[ -]+(?:(working|calendar|full|half)[ -]+)?days?\\b\\s*\\)?");
    private static final String CLOCK = "\\d{1,2}[:.]\\d{2}(?:\\s*[ap]\\.?m\\.?)?";
    private static final String ZONE =
            "(?:tokyo time|japan(?: standard)? time|jst|(?:gmt|utc)(?:\\s*[+-]\\s*\\d{1,2}(?::\\d{2})?)?)";
    private static final Pattern HOURS =
            Pattern.compile("(?:about |around |approximately )?(?:\\d{1,2}(?:\\.\\d)?|" + Numbers.WORDS
                    + ") hours? (?:per|a|each) day|" + CLOCK + "(?:\\s*-\\s*" + CLOCK
                    + ")?(?:\\s*(?:hours|hrs))?(?:,?\\s*\\(?" + ZONE
                    + "\\)?)?|\\(?\\b" + ZONE + "\\)?");
    private static final Pattern ISO = Pattern.compile("(\\d{4})-(\\d{2})-(\\d{2})");
    private static final Pattern SAME_MONTH = Pattern.compile(D + "-" + D + " " + M + " " + Y);
    private static final Pattern TWO_MONTHS = Pattern.compile(D + " " + M + "-" + D + " " + M + " " + Y);
    private static final Pattern MONTH_FIRST = Pattern.compile(M + " " + D + "-" + D + " " + Y);
    private static final Pattern MONTHS_FIRST = Pattern.compile(M + " " + D + "-" + M + " " + D + " " + Y);
    private static final Pattern DAYS_LISTED =
            Pattern.compile("(\\d{1,2}(?: \\d{1,2})* (?:and|&) \\d{1,2}) " + M + " " + Y);
    private static final Pattern DAY_MONTH_YEAR = Pattern.compile(D + "[ ./-]?" + M + "[ ./-]?" + Y);
    private static final Pattern MONTH_DAY_YEAR = Pattern.compile(M + " ?" + D + " " + Y);
    private static final Pattern NUMERIC = Pattern.compile(D + "([/.-])" + D + "\\2" + Y);
    static final Pattern SOMEWHERE = Pattern.compile(
            "\\b\\d{1,2}(?:st|nd|rd|th)?[ -]" + M + "|" + M + " \\d{1,2}\\b|\\d{4}-\\d{2}-\\d{2}",
            Pattern.CASE_INSENSITIVE);

    private Dates() {}

    /** The one date the text consists of. */
    static @Nullable LocalDate date(String text) {
        try {
            Words words = new Words(text);
            LocalDate date =
                    single(words.text.replaceFirst("^(?:by|on|on or before|no later than|not later than) ", ""));
            return date != null && words.fit(date, date) ? date : null;
        } catch (DateTimeException noSuchDay) {
            return null;
        }
    }

    /** The range the text consists of, if weekdays and the number of days agree with it. */
    static @Nullable Span span(String text) {
        try {
            return new Words(text).span();
        } catch (DateTimeException noSuchDay) {
            return null;
        }
    }

    /** The number of days, if the text says nothing else. */
    static @Nullable Integer days(String text) {
        Matcher count = COUNT.matcher(text.strip().toLowerCase(Locale.ROOT));
        return count.matches() ? Numbers.of(count.group(1)) : null;
    }

    /** A text with everything taken off that surrounds the dates, each piece kept for the check. */
    private static final class Words {
        final String text;
        private final List<DayOfWeek> weekdays = new ArrayList<>();
        private @Nullable Integer count;
        private boolean workingDays;
        private boolean severalCounts;

        Words(String raw) {
            String s = raw.toLowerCase(Locale.ROOT).replaceAll("\\s+", " ").replaceAll("[‐‑‒–—―−～~]", "-");
            s = s.replaceAll("(?<=\\d)(?:st|nd|rd|th)\\b", "");
            s = HOURS.matcher(s).replaceAll(" ");
            Matcher counts = COUNT.matcher(s);
            if (counts.find()) {
                count = Numbers.of(counts.group(1));
                workingDays = "working".equals(counts.group(2));
                severalCounts = counts.find();
            }
            s = counts.replaceAll(" ");
            Matcher days = WEEKDAY.matcher(s);
            while (days.find()) {
                DayOfWeek day = WEEKDAYS.get(days.group(1));
                if (day != null) {
                    weekdays.add(day);
                }
            }
            s = days.replaceAll(" ");
            s = s.replaceAll("\\b(?:to|until|till|through)\\b", "-").replaceAll("\\bfrom\\b|\\bof\\b(?= \\w)", " ");
            s = s.replaceAll("\\(\\s*[-,]?\\s*\\)", " ").replaceAll("[,;]", " ").replaceAll("\\s+", " ");
            text = s.replaceAll("\\s*-\\s*", "-").replaceAll("^[ .]+|[ .]+$", "");
        }

        @Nullable
        Span span() {
            Matcher m = SAME_MONTH.matcher(text);
            if (m.matches()) {
                return checked(day(m, 4, 3, 1), day(m, 4, 3, 2));
            }
            m = TWO_MONTHS.matcher(text);
            if (m.matches()) {
                return checked(day(m, 5, 2, 1), day(m, 5, 4, 3));
            }
            m = MONTH_FIRST.matcher(text);
            if (m.matches()) {
                return checked(day(m, 4, 1, 2), day(m, 4, 1, 3));
            }
            m = MONTHS_FIRST.matcher(text);
            if (m.matches()) {
                return checked(day(m, 5, 1, 2), day(m, 5, 3, 4));
            }
            m = DAYS_LISTED.matcher(text);
            if (m.matches()) {
                return listed(m);
            }
            return between();
        }

        /** One date, or two whole dates with a dash; every dash is tried, because a date may hold dashes itself. */
        private @Nullable Span between() {
            LocalDate only = single(text);
            if (only != null) {
                return checked(only, only);
            }
            for (int dash = text.indexOf('-'); dash >= 0; dash = text.indexOf('-', dash + 1)) {
                LocalDate start = single(text.substring(0, dash));
                LocalDate end = single(text.substring(dash + 1));
                if (start != null && end != null) {
                    return checked(start, end);
                }
            }
            return null;
        }

        private @Nullable Span listed(Matcher m) {
            List<LocalDate> dates = new ArrayList<>();
            for (String number : m.group(1).split("\\D+")) {
                LocalDate date =
                        LocalDate.of(Integer.parseInt(m.group(3)), month(m.group(2)), Integer.parseInt(number));
                if (!dates.isEmpty() && !dates.get(dates.size() - 1).isBefore(date)) {
                    return null;
                }
                dates.add(date);
            }
            LocalDate end = dates.get(dates.size() - 1);
            boolean agrees = !severalCounts && (count == null || count == dates.size()) && fit(dates.get(0), end);
            return agrees ? new Span(dates.get(0), end, dates.size()) : null;
        }

        private @Nullable Span checked(LocalDate start, LocalDate end) {
            if (end.isBefore(start) || severalCounts || !fit(start, end)) {
                return null;
            }
            int calendar = (int) ChronoUnit.DAYS.between(start, end) + 1;
            int expected = workingDays ? (int) workdays(start, end) : calendar;
            return count == null || count == expected ? new Span(start, end, expected) : null;
        }

        private static long workdays(LocalDate start, LocalDate end) {
            return start.datesUntil(end.plusDays(1))
                    .filter(day -> day.getDayOfWeek().compareTo(DayOfWeek.SATURDAY) < 0)
                    .count();
        }

        /** Weekdays that were written must be those of the dates. */
        boolean fit(LocalDate start, LocalDate end) {
            return switch (weekdays.size()) {
                case 0 -> true;
                case 1 -> start.equals(end) && weekdays.get(0) == start.getDayOfWeek();
                case 2 -> weekdays.get(0) == start.getDayOfWeek() && weekdays.get(1) == end.getDayOfWeek();
                default -> false;
            };
        }
    }

    private static @Nullable LocalDate single(String s) {
        Matcher m = DAY_MONTH_YEAR.matcher(s);
        if (m.matches()) {
            return day(m, 3, 2, 1);
        }
        m = MONTH_DAY_YEAR.matcher(s);
        if (m.matches()) {
            return day(m, 3, 1, 2);
        }
        m = ISO.matcher(s);
        if (m.matches()) {
            return LocalDate.parse(s);
        }
        m = NUMERIC.matcher(s);
        return m.matches() ? unambiguous(Integer.parseInt(m.group(1)), Integer.parseInt(m.group(3)), m.group(4)) : null;
    }

    /** 03/08/2022 is two dates, 28/05/2022 is one. */
    private static @Nullable LocalDate unambiguous(int first, int second, String year) {
        if (first <= 12 && second <= 12 && first != second) {
            return null;
        }
        int month = Math.min(first, second);
        return LocalDate.of(Integer.parseInt(year), month, Math.max(first, second));
    }

    private static LocalDate day(Matcher m, int year, int month, int day) {
        LocalDate yearEnd = LocalDate.of(Integer.parseInt(m.group(year)), month(m.group(month)), 1);
        return yearEnd.withDayOfMonth(Integer.parseInt(m.group(day)));
    }

    private static int month(String name) {
        return MONTHS.indexOf(name.substring(0, 3)) + 1;
    }
}
