package org.assent.agreement;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import org.assent.scheme.FiscalYear;
import org.assent.scheme.OfficeLevel;

/**
 * One agreement as it stands. Public: the parts of its case, the pages and the rehearsal read it.
 *
 * @param key {@code industries/2023-24}, the business key of its case and of every case that it calls
 * @param dates the last day of each step of its calendar, by the step's name: {@code draftDue}
 */
public record AgreementFacts(
        String key,
        String organisation,
        FiscalYear fiscalYear,
        OfficeLevel level,
        String schemeCode,
        int schemeVersion,
        AgreementState state,
        Map<String, LocalDate> dates,
        Instant openedAt) {

    public static String key(String organisation, FiscalYear year) {
        return organisation + "/" + year;
    }

    /** The last day of a step of the calendar. */
    public LocalDate date(String step) {
        LocalDate day = dates.get(step);
        if (day == null) {
            throw new IllegalArgumentException("No date in the calendar for " + step);
        }
        return day;
    }

    /** The first instant after that day in Dhaka: whoever acts before it is in time. */
    public Instant dueAt(String step) {
        return FiscalYear.endOf(date(step));
    }
}
