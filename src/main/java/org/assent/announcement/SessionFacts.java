package org.assent.announcement;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/**
 * A session of the programme. Public: attendance is taken per session.
 *
 * @param number 1, 2, 3 in the order in which they are held
 * @param zone the host's, in which the date is meant
 */
public record SessionFacts(int number, String title, Instant startsAt, Instant endsAt, ZoneId zone, LocalDate date) {}
