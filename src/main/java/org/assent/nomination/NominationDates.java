package org.assent.nomination;

import java.time.Duration;
import java.time.Instant;
import org.assent.project.ProjectFacts;

/** What a case's timers wait for; in a window of its own the reminders keep their distance from the closing. */
record NominationDates(Instant closingAt, Instant firstReminderAt, Instant secondReminderAt) {

    static NominationDates of(NominationCase nomination, ProjectFacts project) {
        Instant closingAt = nomination.closingUnder(project.closingAt());
        Duration later = Duration.between(project.closingAt(), closingAt);
        return new NominationDates(
                closingAt,
                project.firstReminderAt().plus(later),
                project.secondReminderAt().plus(later));
    }
}
