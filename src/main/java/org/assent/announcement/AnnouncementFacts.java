package org.assent.announcement;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * When the selected names went out. Public: the project's page shows it.
 *
 * @param dueOn the day in Tokyo by which they had to
 * @param announcedAt null while they have not
 * @param late announced after that day
 */
public record AnnouncementFacts(
        LocalDate dueOn, @Nullable Instant announcedAt, boolean late, boolean programmeCompleted) {}
