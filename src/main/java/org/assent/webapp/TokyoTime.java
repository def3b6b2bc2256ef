package org.assent.webapp;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Date;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Dates as pages show them: absolute, and in the Secretariat's zone unless they say otherwise. */
final class TokyoTime {

    static final ZoneId TOKYO = ZoneId.of("Asia/Tokyo");

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM uuuu", Locale.ENGLISH);
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("d MMM uuuu, HH:mm", Locale.ENGLISH);

    private TokyoTime() {}

    static String day(LocalDate date) {
        return DAY.format(date);
    }

    static String moment(Instant moment) {
        return MOMENT.format(moment.atZone(TOKYO)) + " Tokyo";
    }

    static String moment(@Nullable Date moment) {
        return moment == null ? "" : moment(moment.toInstant());
    }

    /** With the name of the place whose time it is. */
    static String at(ZoneId zone, Instant moment) {
        return in(zone, moment) + " " + zone.getId().replaceAll(".*/", "").replace('_', ' ');
    }

    static String in(ZoneId zone, Instant moment) {
        return MOMENT.format(moment.atZone(zone));
    }
}
