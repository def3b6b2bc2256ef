package org.assent.evaluation;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.assent.agreement.AgreementRegister;
import org.assent.engine.OfficialNames;
import org.springframework.stereotype.Component;

/** What the committees' forms show of the scores they decide on. */
@Component
class ScoreForms {

    private final EvaluationRegister evaluations;
    private final FigureEvaluations rounds;
    private final CommitteeDecisions decisions;
    private final AgreementRegister agreements;
    private final OfficialNames names;

    ScoreForms(
            EvaluationRegister evaluations,
            FigureEvaluations rounds,
            CommitteeDecisions decisions,
            AgreementRegister agreements,
            OfficialNames names) {
        this.evaluations = evaluations;
        this.rounds = rounds;
        this.decisions = decisions;
        this.agreements = agreements;
        this.names = names;
    }

    void of(String key, Map<String, Object> values) {
        ScoreSheet sheet = evaluations.scoreSheet(key).orElseThrow();
        List<FigureEvaluation> evaluated = rounds.findByAgreementKeyOrderByRound(key);
        FigureEvaluation round = evaluated.get(evaluated.size() - 1);
        String remark = round.remark();
        values.put("evaluatedBy", names.of(round.evaluatedBy()));
        values.put("composite", sheet.composite().toPlainString());
        values.put("band", sheet.band());
        values.put("publicationDate", Days.told(agreements.agreement(key).date("publicationDue")));
        values.put("committeeText", (remark == null ? "" : "The evaluator remarks: " + remark + "\n\n") + told(key));
        values.put("planCount", sheet.plans().size());
        values.put("scoreLines", sheet.lines().stream().map(ScoreForms::line).toList());
        values.put("planLines", sheet.plans().stream().map(ScoreForms::plan).toList());
    }

    /** What the committees said before, on earlier rounds too. */
    private String told(String key) {
        return decisions.findByAgreementKeyOrderById(key).stream()
                .map(decision -> decision.committee().label() + ": "
                        + decision.decision().label()
                        + (decision.remark() == null ? "" : " (" + decision.remark() + ")"))
                .collect(Collectors.joining("; "));
    }

    private static Map<String, Object> line(ScoreSheet.Line line) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("reference", line.id());
        row.put("indicator", line.indicator());
        row.put("weight", plain(line.weight()));
        row.put("own", line.ownFigure().isEmpty() ? "–" : line.ownFigure());
        row.put("figure", line.figure().isEmpty() ? "–" : line.figure());
        row.put("evidence", line.evidenceAccepted() ? "accepted" : "not accepted");
        row.put("reason", line.reason());
        row.put("raw", line.rawShown().toPlainString());
        row.put("weighted", line.weightedShown().toPlainString());
        return row;
    }

    private static Map<String, Object> plan(ScoreSheet.Plan plan) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("title", plan.title());
        row.put("got", shown(plan.got()));
        row.put("fullMark", plain(plan.fullMark()));
        row.put("weight", plain(plan.weight()));
        row.put("scaled", shown(plan.scaled()));
        return row;
    }

    private static String shown(BigDecimal value) {
        return value.setScale(2, RoundingMode.HALF_UP).toPlainString();
    }

    private static String plain(BigDecimal value) {
        BigDecimal bare = value.stripTrailingZeros();
        return bare.scale() < 0 ? bare.setScale(0).toPlainString() : bare.toPlainString();
    }
}
