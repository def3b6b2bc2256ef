package org.assent.evaluation;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.assent.drafting.DocumentRegister;
import org.assent.drafting.IndicatorFacts;
import org.assent.drafting.VersionFacts;
import org.assent.engine.Refusal;
import org.assent.evaluation.EvaluatedRow.Evidence;
import org.assent.monitoring.MonitoringRegister;
import org.assent.scoring.Figure;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Writes the evaluator's figures and what the committees decide on them. */
@Service
@Transactional
class EvaluationService {

    private final AnnualReports reports;
    private final OwnFigures ownFigures;
    private final FigureEvaluations rounds;
    private final EvaluatedFigures figures;
    private final CommitteeDecisions decisions;
    private final MonitoringRegister monitoring;
    private final DocumentRegister documents;
    private final Clock clock;

    EvaluationService(
            AnnualReports reports,
            OwnFigures ownFigures,
            FigureEvaluations rounds,
            EvaluatedFigures figures,
            CommitteeDecisions decisions,
            MonitoringRegister monitoring,
            DocumentRegister documents,
            Clock clock) {
        this.reports = reports;
        this.ownFigures = ownFigures;
        this.rounds = rounds;
        this.figures = figures;
        this.decisions = decisions;
        this.monitoring = monitoring;
        this.documents = documents;
        this.clock = clock;
    }

    void evaluate(String key, List<EvaluatedRow> rows, @Nullable String remark, String by) {
        demandNoPart(key, by);
        VersionFacts document = documents.inForce(key).orElseThrow();
        Map<String, EvaluatedRow> byReference = new LinkedHashMap<>();
        rows.forEach(row -> byReference.put(row.reference(), row));
        Rows.demandSameIndicators(document, byReference);
        FigureEvaluation round = rounds.save(new FigureEvaluation(
                key,
                rounds.findByAgreementKeyOrderByRound(key).size() + 1,
                document.number(),
                remark,
                by,
                clock.instant()));
        OwnFigures.Approved own = ownFigures.approved(key);
        int position = 0;
        for (IndicatorFacts indicator : document.indicators()) {
            EvaluatedRow row = Objects.requireNonNull(byReference.get(indicator.id()));
            figures.save(judged(round, ++position, indicator, own, row));
        }
    }

    /** R13: the evaluator's figure counts, both are kept, and a difference has a reason. */
    private static EvaluatedFigure judged(
            FigureEvaluation round, int position, IndicatorFacts indicator, OwnFigures.Approved own, EvaluatedRow row) {
        Figure figure = Rows.of(
                indicator,
                () -> Figure.missing(row.typed()) ? null : indicator.ladder().read(row.typed()));
        Evidence evidence = row.evidenceAccepted();
        if (evidence == null) {
            throw new Refusal("Indicator " + indicator.id() + ": please say whether the evidence is accepted.");
        }
        String ownFigure = own.figure(indicator);
        if (own.exists() && own.differs(indicator, figure) && row.reason().isEmpty()) {
            throw new Refusal("Indicator " + indicator.id()
                    + ": your figure is another than the office’s own; please give the reason.");
        }
        if (evidence == Evidence.NO && row.reason().isEmpty()) {
            throw new Refusal("Indicator " + indicator.id()
                    + ": the evidence is not accepted, so the indicator scores zero; please give the reason.");
        }
        return new EvaluatedFigure(
                round.id(),
                position,
                indicator,
                ownFigure,
                own.evidence(indicator),
                row.typed(),
                figure == null ? "" : figure.toString(),
                evidence == Evidence.YES,
                row.reason());
    }

    /** Whether the committee adopts the scores. */
    boolean decide(String key, Committee committee, Adoption decision, @Nullable String remark, String by) {
        List<FigureEvaluation> evaluated = rounds.findByAgreementKeyOrderByRound(key);
        if (evaluated.stream().anyMatch(round -> round.evaluatedBy().equals(by))) {
            throw new Refusal("You evaluated these figures yourself; somebody else sits on the committee for them.");
        }
        demandNoPart(key, by);
        if (committee == Committee.NATIONAL
                && decisions.findByAgreementKeyOrderById(key).stream()
                        .anyMatch(one -> one.committee() == Committee.TECHNICAL
                                && one.decidedBy().equals(by))) {
            throw new Refusal(
                    "You reviewed these scores in the technical committee; somebody else has the final word.");
        }
        int round = evaluated.get(evaluated.size() - 1).round();
        decisions.save(new CommitteeDecision(key, committee, round, decision, remark, by, clock.instant()));
        return decision == Adoption.ADOPT;
    }

    /** Whoever reported or approved figures of this agreement does not judge them. */
    private void demandNoPart(String key, String by) {
        boolean reported = monitoring.quarters(key).stream().anyMatch(quarter -> by.equals(quarter.reportedBy()))
                || reports.findByAgreementKeyOrderByRound(key).stream()
                        .anyMatch(report -> by.equals(report.reportedBy()) || by.equals(report.decidedBy()));
        if (reported) {
            throw new Refusal("You reported or approved figures of this agreement; somebody else judges them.");
        }
    }
}
