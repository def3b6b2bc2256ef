package org.assent.monitoring;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The half-year's evaluation by the office above. Public: the pages show it. */
public record HalfYearFacts(
        ReportState state,
        LocalDate dueOn,
        boolean late,
        @Nullable Integer documentVersion,
        @Nullable String evaluatedBy,
        @Nullable Instant evaluatedAt,
        @Nullable String feedback,
        List<VerdictFacts> verdicts) {

    /** On one indicator; {@code reported} is what the evaluator saw. */
    public record VerdictFacts(
            String indicatorKey, String reference, String indicator, String reported, Verdict verdict, String remark) {}
}
