package org.assent.agreement;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.assent.engine.Refusal;
import org.assent.scheme.FiscalYear;

/**
 * A line of the calendar's table.
 *
 * @param day {@code begins 04-20} is 20 April of the calendar year in which the fiscal year begins, {@code ends 07-15} is
 *     15 July of the one in which it ends
 */
record CalendarLine(String step, String day) {

    private static final Pattern WRITTEN = Pattern.compile("(begins|ends) [0-9]{2}-[0-9]{2}");

    /** The date of each step: of two lines for one step the later holds. */
    static Map<String, LocalDate> dates(List<CalendarLine> lines, FiscalYear year) {
        Map<String, LocalDate> dates = new LinkedHashMap<>();
        lines.forEach(line -> dates.put(line.step(), line.date(year)));
        TreeSet<String> missing = new TreeSet<>(CalendarStep.ALL);
        missing.removeAll(dates.keySet());
        if (!missing.isEmpty()) {
            throw new Refusal("The calendar of agreements has no date for " + String.join(", ", missing) + " in " + year
                    + ". A process owner can add it to the table.");
        }
        return dates;
    }

    private LocalDate date(FiscalYear year) {
        if (!WRITTEN.matcher(day).matches()) {
            throw unreadable();
        }
        int calendarYear = day.startsWith("begins") ? year.startYear() : year.startYear() + 1;
        try {
            return MonthDay.parse("--" + day.substring(day.indexOf(' ') + 1)).atYear(calendarYear);
        } catch (DateTimeException noSuchDay) {
            throw unreadable();
        }
    }

    private Refusal unreadable() {
        return new Refusal("The calendar of agreements has no readable date for " + step
                + ": a day is written begins 04-20 or ends 07-15. A process owner can mend it in the table.");
    }
}
