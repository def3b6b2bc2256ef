package org.assent.monitoring;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One quarterly report. Public: evaluation and the pages read it.
 *
 * @param documentVersion the version of the agreement that was in force when it was reported
 * @param answerable who should have reported, where it is or was late
 */
public record QuarterFacts(
        int quarter,
        ReportState state,
        LocalDate dueOn,
        LocalDate closesOn,
        boolean late,
        @Nullable Integer documentVersion,
        @Nullable String reportedBy,
        @Nullable Instant reportedAt,
        @Nullable String remark,
        @Nullable Instant lateNotedAt,
        @Nullable Instant missingNotedAt,
        @Nullable String answerable,
        List<FigureFacts> figures) {}
