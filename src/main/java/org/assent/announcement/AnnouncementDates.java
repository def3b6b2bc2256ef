package org.assent.announcement;

import java.time.Instant;

/** What the announcement's timers wait for. */
record AnnouncementDates(Instant announceAt, Instant readinessAt, Instant firstSessionAt) {}
