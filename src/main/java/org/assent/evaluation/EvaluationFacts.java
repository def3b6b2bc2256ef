package org.assent.evaluation;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.assent.monitoring.ReportState;
import org.jspecify.annotations.Nullable;

/**
 * Everything that was said in the evaluation of one agreement, each round of it. Public: the pages show it.
 *
 * @param annualState of the office's own report; reported once its head has approved it
 * @param answerable who should have reported, where it is or was late
 */
public record EvaluationFacts(
        ReportState annualState,
        LocalDate annualDueOn,
        LocalDate annualClosesOn,
        @Nullable Instant lateNotedAt,
        @Nullable Instant missingNotedAt,
        @Nullable String answerable,
        List<AnnualReportFacts> annualReports,
        List<RoundFacts> rounds,
        List<DecisionFacts> decisions) {

    /** One round of the office's own report; {@code approved} is null until its head has answered. Public: as the facts. */
    public record AnnualReportFacts(
            int round,
            int documentVersion,
            boolean late,
            String reportedBy,
            Instant reportedAt,
            @Nullable String remark,
            @Nullable Boolean approved,
            @Nullable String decidedBy,
            @Nullable Instant decidedAt,
            @Nullable String decisionRemark,
            List<AnnualFigureFacts> figures) {}

    /** The fourth quarter as typed, and the year as it follows from all four. Public: as the facts. */
    public record AnnualFigureFacts(
            String indicatorKey,
            String reference,
            String indicator,
            String unit,
            String earlier,
            String fourthQuarter,
            String yearFigure,
            String evidence) {}

    /** One round of the evaluator's figures. Public: as the facts. */
    public record RoundFacts(
            int round,
            int documentVersion,
            String evaluatedBy,
            Instant evaluatedAt,
            @Nullable String remark,
            List<EvaluatedFigureFacts> figures) {}

    /** Own and evaluator's figure side by side. Public: as the facts. */
    public record EvaluatedFigureFacts(
            String indicatorKey,
            String reference,
            String ownFigure,
            String ownEvidence,
            String figure,
            String readAs,
            boolean evidenceAccepted,
            String reason) {}

    /** What a committee decided on a round. Public: as the facts. */
    public record DecisionFacts(
            Committee committee,
            int round,
            Adoption decision,
            @Nullable String remark,
            String decidedBy,
            Instant decidedAt) {}
}
