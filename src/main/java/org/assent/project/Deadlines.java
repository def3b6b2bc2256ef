package org.assent.project;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;

/**
 * The dates that follow from a notification. A deadline is a day in Tokyo, where the Secretariat sits, so the reader's
 * own zone never shifts it.
 *
 * @param announcementLead days from the announcement to the first session
 * @param firstReminderLead days from the first reminder to the closing date
 */
record Deadlines(
        LocalDate start, LocalDate closingDate, int announcementLead, int firstReminderLead, int secondReminderLead) {

    static final ZoneId SECRETARIAT = ZoneId.of("Asia/Tokyo");

    private static final LocalTime OPENING = LocalTime.of(9, 0);
    private static final int READINESS_DAYS = 2;

    /** The closing date itself still counts, to its last moment. */
    static Instant endOf(LocalDate day) {
        return day.plusDays(1).atStartOfDay(SECRETARIAT).toInstant();
    }

    private static Instant openingOf(LocalDate day) {
        return day.atTime(OPENING).atZone(SECRETARIAT).toInstant();
    }

    Instant closingAt() {
        return endOf(closingDate);
    }

    LocalDate announceOn() {
        return start.minusDays(announcementLead);
    }

    Instant announceAt() {
        return openingOf(announceOn());
    }

    Instant readinessAt() {
        return openingOf(announceOn().minusDays(READINESS_DAYS));
    }

    Instant firstReminderAt() {
        return openingOf(closingDate.minusDays(firstReminderLead));
    }

    Instant secondReminderAt() {
        return openingOf(closingDate.minusDays(secondReminderLead));
    }
}
