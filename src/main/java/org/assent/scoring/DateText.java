package org.assent.scoring;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.assent.engine.Refusal;
import org.jspecify.annotations.Nullable;

/** Dates as officials type them: the day before the month, with or without a year. */
final class DateText {

    private static final List<String> MONTHS =
            List.of("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec");
    private static final List<String> FULL_MONTHS = List.of(
            "january",
            "february",
            "march",
            "april",
            "may",
            "june",
            "july",
            "august",
            "september",
            "october",
            "november",
            "december");
    private static final List<Set<String>> BENGALI_MONTHS = Stream.of(
                    "জানুয়ারি জানুয়ারী জানু",
                    "ফেব্রুয়ারি ফেব্রুয়ারী ফেব্রু",
                    "মার্চ",
                    "এপ্রিল",
                    "মে",
                    "জুন",
                    "জুলাই",
                    "আগস্ট আগষ্ট",
                    "সেপ্টেম্বর সেপ্টে",
                    "অক্টোবর অক্টো",
                    "নভেম্বর নভে",
                    "ডিসেম্বর ডিসে")
            .map(names -> Set.of(FigureText.plain(names).split(" ")))
            .toList();

    private static final Pattern ISO = Pattern.compile("(?<year>\\d{4})-(?<month>\\d{1,2})-(?<day>\\d{1,2})");
    private static final Pattern NUMBERS =
            Pattern.compile("(?<day>\\d{1,2})(?<mark>[/.-])(?<month>\\d{1,2})\\k<mark>(?<year>\\d{4})");
    private static final Pattern DAY_FIRST = Pattern.compile(
            "(?<day>\\d{1,2})(?:st|nd|rd|th)?[ -]?(?<name>[\\p{L}\\p{M}]+)\\.?,?(?:[ -]?(?<year>\\d{4}))?");
    private static final Pattern MONTH_FIRST =
            Pattern.compile("(?<name>[\\p{L}\\p{M}]+)\\.? (?<day>\\d{1,2})(?:st|nd|rd|th)?(?:,? (?<year>\\d{4}))?");
    private static final Pattern SHORT_YEAR =
            Pattern.compile("\\d{1,2}([/.-])\\d{1,2}\\1\\d{2}|\\d{1,2}[ -]\\p{L}{3,9}[ -]'?\\d{2}");

    /** No leap year: the same for all dates without a year. */
    private static final int ANY_FISCAL_YEAR = 2022;

    private DateText() {}

    static Optional<Figure> date(String plain, @Nullable Integer fiscalYear) {
        String text = plain.toLowerCase(Locale.ROOT);
        if (SHORT_YEAR.matcher(text).matches()) {
            throw new Refusal("“" + plain + "” has a year of two digits: write it with four.");
        }
        for (Pattern shape : List.of(ISO, NUMBERS)) {
            Matcher match = shape.matcher(text);
            if (match.matches()) {
                return Optional.of(
                        day(plain, match.group("year"), Integer.parseInt(match.group("month")), match, fiscalYear));
            }
        }
        for (Pattern shape : List.of(DAY_FIRST, MONTH_FIRST)) {
            Matcher match = shape.matcher(text);
            if (match.matches() && month(match.group("name")) > 0) {
                return Optional.of(day(plain, match.group("year"), month(match.group("name")), match, fiscalYear));
            }
        }
        return Optional.empty();
    }

    private static Figure day(
            String plain, @Nullable String year, int month, Matcher match, @Nullable Integer fiscalYear) {
        int day = Integer.parseInt(match.group("day"));
        int begins = fiscalYear == null ? ANY_FISCAL_YEAR : fiscalYear;
        if (year == null && fiscalYear == null && month == 2 && day == 29) {
            throw new Refusal("29 Feb is not in every year: write it with its year.");
        }
        try {
            // a fiscal year runs from 1 July to 30 June
            int written = year == null ? (month >= 7 ? begins : begins + 1) : Integer.parseInt(year);
            return Figure.date(LocalDate.of(written, month, day), year == null && fiscalYear == null);
        } catch (DateTimeException noSuchDay) {
            throw new Refusal("“" + plain + "” is no day of the calendar: write the day before the month.");
        }
    }

    /** From 1; 0 if this is no month. */
    private static int month(String name) {
        int english = name.equals("sept") ? 9 : Math.max(MONTHS.indexOf(name), FULL_MONTHS.indexOf(name)) + 1;
        for (int i = 0; english == 0 && i < BENGALI_MONTHS.size(); i++) {
            if (BENGALI_MONTHS.get(i).contains(name)) {
                return i + 1;
            }
        }
        return english;
    }
}
