package org.assent.announcement;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import org.assent.engine.Refusal;

/** The days of a project, counted from one, in the host's time. */
record ProjectDays(LocalDate start, LocalDate end, ZoneId zone) {

    static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH);

    int count() {
        return (int) ChronoUnit.DAYS.between(start, end) + 1;
    }

    LocalDate date(int day) {
        return start.plusDays(day - 1L);
    }

    int number(LocalDate date) {
        if (date.isBefore(start) || date.isAfter(end)) {
            throw new Refusal("%s is not a day of the project, which runs from %s to %s."
                    .formatted(date.format(DATE), start.format(DATE), end.format(DATE)));
        }
        return (int) ChronoUnit.DAYS.between(start, date) + 1;
    }

    /** A moment on one of the days. */
    ZonedDateTime at(int day, LocalTime time) {
        return ZonedDateTime.of(date(day), time, zone);
    }

    /** Twice a year some zones skip an hour: no session can begin or end in it. */
    void refuseSkipped(int day, LocalTime time) {
        if (zone.getRules().getValidOffsets(LocalDateTime.of(date(day), time)).isEmpty()) {
            throw new Refusal("There is no %s on %s where the host is: the clocks are put forward then."
                    .formatted(time, date(day).format(DATE)));
        }
    }
}
