package org.assent.scheme;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Month;
import java.time.MonthDay;
import java.time.ZoneId;
import java.util.regex.Pattern;
import org.assent.engine.Refusal;

/**
 * A fiscal year of Bangladesh, 1 July to 30 June, written {@code 2023-24}. Public: every part of an agreement is placed
 * in one.
 *
 * @param startYear the calendar year in which it begins
 */
public record FiscalYear(int startYear) implements Comparable<FiscalYear> {

    /** A due date of an agreement is a day in Dhaka and counts to its last moment there. */
    public static final ZoneId DHAKA = ZoneId.of("Asia/Dhaka");

    private static final Pattern WRITTEN = Pattern.compile("[0-9]{4}-[0-9]{2}");
    private static final int FIRST = 1971;
    private static final int LAST = 2199;

    public FiscalYear {
        if (startYear < FIRST || startYear > LAST) {
            throw malformed();
        }
    }

    @JsonCreator
    public static FiscalYear of(String written) {
        if (!WRITTEN.matcher(written).matches()) {
            throw malformed();
        }
        int start = Integer.parseInt(written, 0, 4, 10);
        if (Integer.parseInt(written, 5, 7, 10) != (start + 1) % 100) {
            throw malformed();
        }
        return new FiscalYear(start);
    }

    /** The year that this day falls into. */
    public static FiscalYear containing(LocalDate day) {
        return new FiscalYear(day.getMonth().compareTo(Month.JULY) < 0 ? day.getYear() - 1 : day.getYear());
    }

    private static Refusal malformed() {
        return new Refusal("A fiscal year is written with both its years, such as 2023-24.");
    }

    /** The first instant after a day in Dhaka: whoever acts before it is in time. */
    public static Instant endOf(LocalDate day) {
        return day.plusDays(1).atStartOfDay(DHAKA).toInstant();
    }

    public LocalDate start() {
        return LocalDate.of(startYear, Month.JULY, 1);
    }

    public LocalDate end() {
        return LocalDate.of(startYear + 1, Month.JUNE, 30);
    }

    /** Its first instant. */
    public Instant begins() {
        return start().atStartOfDay(DHAKA).toInstant();
    }

    /** The first instant after it. */
    public Instant ends() {
        return endOf(end());
    }

    public FiscalYear previous() {
        return new FiscalYear(startYear - 1);
    }

    public FiscalYear next() {
        return new FiscalYear(startYear + 1);
    }

    public boolean contains(LocalDate day) {
        return !day.isBefore(start()) && !day.isAfter(end());
    }

    /** The one such day of this year; 29 February becomes the 28th where there is none. */
    public LocalDate place(MonthDay day) {
        return day.atYear(day.getMonth().compareTo(Month.JULY) < 0 ? startYear + 1 : startYear);
    }

    /** The last day of quarter 1 (July to September) to 4 (April to June). */
    public LocalDate quarterEnd(int quarter) {
        return start().plusMonths(3L * quarter).minusDays(1);
    }

    @Override
    public int compareTo(FiscalYear other) {
        return Integer.compare(startYear, other.startYear);
    }

    @JsonValue
    @Override
    public String toString() {
        int second = (startYear + 1) % 100;
        return startYear + (second < 10 ? "-0" : "-") + second;
    }
}
