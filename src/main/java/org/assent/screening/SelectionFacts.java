package org.assent.screening;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The selection of a project as it stands. Public: announcement and pages read it.
 *
 * @param round counts from 1; a new one begins when nominations are opened again
 * @param selected best first
 * @param alternates overseas before local, each by rank
 */
public record SelectionFacts(
        String projectCode,
        int round,
        boolean approved,
        @Nullable String approvedBy,
        @Nullable Instant approvedAt,
        List<Selected> selected,
        List<Selected> alternates) {}
