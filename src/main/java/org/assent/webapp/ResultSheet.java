package org.assent.webapp;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.assent.engine.OfficialNames;
import org.assent.evaluation.EvaluationFacts;
import org.assent.evaluation.EvaluationFacts.EvaluatedFigureFacts;
import org.assent.evaluation.EvaluationFacts.RoundFacts;
import org.assent.evaluation.EvaluationRegister;
import org.assent.evaluation.ReportCard;
import org.assent.evaluation.ReportCard.Standing;
import org.assent.evaluation.ScoreSheet;
import org.assent.evaluation.TrendPoint;
import org.assent.monitoring.FigureFacts;
import org.assent.monitoring.MonitoringRegister;
import org.assent.monitoring.QuarterFacts;
import org.assent.scheme.LevelScheme.LevelMark;
import org.assent.scheme.SchemeRegister;
import org.assent.webapp.AgreementFiles.File;
import org.springframework.stereotype.Component;

/** A score as the page shows it: every figure with all that explains it, and who settled it when. */
@Component
class ResultSheet {

    private final EvaluationRegister evaluations;
    private final MonitoringRegister monitoring;
    private final SchemeRegister schemes;
    private final OfficialNames names;

    ResultSheet(
            EvaluationRegister evaluations,
            MonitoringRegister monitoring,
            SchemeRegister schemes,
            OfficialNames names) {
        this.evaluations = evaluations;
        this.monitoring = monitoring;
        this.schemes = schemes;
        this.names = names;
    }

    Map<String, Object> of(ReportCard card, File file) {
        ScoreSheet sheet = card.sheet();
        List<LevelMark> marks = schemes.scheme(
                        file.agreement().schemeCode(), file.agreement().schemeVersion())
                .level(sheet.level())
                .marks();
        Map<String, List<String>> quarters = quarters(sheet.agreementKey());
        Map<String, Object> shown = new LinkedHashMap<>();
        shown.put("key", sheet.agreementKey());
        shown.put("title", card.office());
        shown.put("fiscalYear", sheet.fiscalYear().toString());
        shown.put("fixed", sheet.fixed());
        shown.put("fixedBy", sheet.fixedBy() == null ? "" : names.of(sheet.fixedBy()));
        shown.put("fixedAt", sheet.fixedAt() == null ? "" : sheet.fixedAt().toString());
        shown.put("version", sheet.documentVersion());
        shown.put("score", sheet.composite().toPlainString());
        shown.put("exact", sheet.compositeExact());
        shown.put("band", sheet.band());
        shown.put("composed", card.composed());
        shown.put(
                "marks",
                marks.stream()
                        .map(mark -> Map.of("percent", mark.percent(), "name", mark.name()))
                        .toList());
        shown.put(
                "parts",
                card.parts().stream().map(part -> part(part, marks, quarters)).toList());
        Standing standing = card.standing();
        if (standing != null) {
            shown.put("standing", standing(standing));
        }
        shown.put("trend", card.trend().stream().map(ResultSheet::year).toList());
        evaluations.evaluation(sheet.agreementKey()).ifPresent(evaluation -> {
            shown.put("rounds", rounds(evaluation));
            shown.put("decisions", decisions(evaluation));
        });
        return shown;
    }

    private static Map<String, Object> standing(Standing standing) {
        return Map.of(
                "place", standing.placeInWords(),
                "offices", standing.offices(),
                "honoured", standing.isHonoured(),
                "average", standing.average().toPlainString(),
                "best", standing.best().toPlainString(),
                "worst", standing.worst().toPlainString(),
                "edition", standing.edition(),
                "publishedAt", standing.publishedAt().toString());
    }

    private static Map<String, Object> year(TrendPoint year) {
        return Map.of(
                "fiscalYear", year.fiscalYear().toString(),
                "score", year.score().toPlainString(),
                "place", year.rank() == null ? "" : String.valueOf(year.rank()),
                "imported", year.imported());
    }

    private static Map<String, Object> part(
            ReportCard.Part part, List<LevelMark> marks, Map<String, List<String>> quarters) {
        return Map.of(
                "number", part.number(),
                "title", part.title(),
                "plan", part.isPlan(),
                "got", part.got().toPlainString(),
                "weight", part.weight().stripTrailingZeros().toPlainString(),
                "percent", part.percent().toPlainString(),
                "explanation", part.explanation(),
                "lines",
                        part.lines().stream()
                                .map(line -> line(line, marks, quarters))
                                .toList());
    }

    private static Map<String, Object> line(
            ScoreSheet.Line line, List<LevelMark> marks, Map<String, List<String>> quarters) {
        Map<Integer, String> levels = line.levels();
        Map<String, Object> shown = new LinkedHashMap<>();
        shown.put("id", line.id());
        shown.put("activity", line.activity());
        shown.put("indicator", line.indicator());
        shown.put("unit", line.unit());
        shown.put("weight", line.weight().stripTrailingZeros().toPlainString());
        shown.put(
                "levels",
                marks.stream()
                        .map(mark -> levels.getOrDefault(mark.percent(), ""))
                        .toList());
        shown.put("own", line.ownFigure());
        shown.put("figure", line.figure());
        shown.put("differs", line.differs());
        shown.put("reason", line.reason());
        shown.put("evidenceAsked", line.evidenceAsked());
        shown.put("evidence", line.ownEvidence());
        shown.put("accepted", line.evidenceAccepted());
        shown.put("raw", line.rawShown().toPlainString());
        shown.put("rawExact", line.rawExact());
        shown.put("weighted", line.weightedShown().toPlainString());
        shown.put("explanation", line.explanation());
        shown.put("quarters", quarters.getOrDefault(line.key(), List.of("", "", "", "")));
        return shown;
    }

    /** What was reported for each quarter, by indicator; the fourth is part of the annual report. */
    private Map<String, List<String>> quarters(String key) {
        Map<String, List<String>> reported = new LinkedHashMap<>();
        for (QuarterFacts quarter : monitoring.quarters(key)) {
            for (FigureFacts figure : quarter.figures()) {
                put(reported, figure.indicatorKey(), quarter.quarter(), figure.figure());
            }
        }
        evaluations.evaluation(key).map(EvaluationFacts::annualReports).ifPresent(reports -> reports.stream()
                .reduce((earlier, latest) -> latest)
                .ifPresent(report -> report.figures()
                        .forEach(figure -> put(reported, figure.indicatorKey(), 4, figure.fourthQuarter()))));
        return reported;
    }

    private static void put(Map<String, List<String>> reported, String indicator, int quarter, String figure) {
        reported.computeIfAbsent(indicator, one -> new ArrayList<>(List.of("", "", "", "")))
                .set(quarter - 1, figure);
    }

    /** Each round of the evaluator's figures, with what it changed of the one before. */
    private List<Map<String, Object>> rounds(EvaluationFacts evaluation) {
        List<Map<String, Object>> shown = new ArrayList<>();
        Map<String, String> before = Map.of();
        for (RoundFacts round : evaluation.rounds()) {
            Map<String, String> now = round.figures().stream()
                    .collect(Collectors.toMap(
                            EvaluatedFigureFacts::indicatorKey, ResultSheet::judged, (one, other) -> one));
            List<String> changed = new ArrayList<>();
            for (EvaluatedFigureFacts figure : round.figures()) {
                String earlier = before.get(figure.indicatorKey());
                if (earlier != null && !earlier.equals(judged(figure))) {
                    changed.add("[" + figure.reference() + "] " + earlier + " → " + judged(figure));
                }
            }
            shown.add(Map.of(
                    "round", round.round(),
                    "by", names.of(round.evaluatedBy()),
                    "at", round.evaluatedAt().toString(),
                    "remark", round.remark() == null ? "" : round.remark(),
                    "changed", changed));
            before = now;
        }
        return shown;
    }

    private static String judged(EvaluatedFigureFacts figure) {
        return (figure.readAs().isEmpty() ? "no figure" : figure.readAs())
                + (figure.evidenceAccepted() ? "" : ", evidence not accepted");
    }

    private List<Map<String, Object>> decisions(EvaluationFacts evaluation) {
        return evaluation.decisions().stream()
                .map(decision -> Map.<String, Object>of(
                        "committee", decision.committee().label(),
                        "round", decision.round(),
                        "decision", decision.decision().label(),
                        "remark", decision.remark() == null ? "" : decision.remark(),
                        "by", names.of(decision.decidedBy()),
                        "at", decision.decidedAt().toString()))
                .toList();
    }
}
