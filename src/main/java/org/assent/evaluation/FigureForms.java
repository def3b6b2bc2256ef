package org.assent.evaluation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.assent.agreement.AgreementRegister;
import org.assent.drafting.DocumentRegister;
import org.assent.drafting.IndicatorFacts;
import org.assent.drafting.VersionFacts;
import org.assent.engine.OfficialNames;
import org.assent.monitoring.MonitoringRegister;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What the forms show into which figures are entered, or of figures entered. */
@Component
class FigureForms {

    private final AgreementRegister agreements;
    private final DocumentRegister documents;
    private final MonitoringRegister monitoring;
    private final EvaluationDates dates;
    private final AnnualReports reports;
    private final OwnFigures ownFigures;
    private final FigureEvaluations rounds;
    private final EvaluatedFigures evaluated;
    private final CommitteeDecisions decisions;
    private final OfficialNames names;

    FigureForms(
            AgreementRegister agreements,
            DocumentRegister documents,
            MonitoringRegister monitoring,
            EvaluationDates dates,
            AnnualReports reports,
            OwnFigures ownFigures,
            FigureEvaluations rounds,
            EvaluatedFigures evaluated,
            CommitteeDecisions decisions,
            OfficialNames names) {
        this.agreements = agreements;
        this.documents = documents;
        this.monitoring = monitoring;
        this.dates = dates;
        this.reports = reports;
        this.ownFigures = ownFigures;
        this.rounds = rounds;
        this.evaluated = evaluated;
        this.decisions = decisions;
        this.names = names;
    }

    /** After a return, with what was entered before. */
    void ofYear(String key, Map<String, Object> values) {
        AnnualReport before = last(reports.findByAgreementKeyOrderByRound(key));
        Map<String, AnnualFigure> entered = new LinkedHashMap<>();
        if (before != null) {
            ownFigures.of(before.id()).forEach(figure -> entered.put(figure.indicatorKey(), figure));
        }
        YearSheet sheet = new YearSheet(monitoring.quarters(key));
        List<Map<String, Object>> rows = new ArrayList<>();
        for (IndicatorFacts indicator : indicators(key)) {
            AnnualFigure figure = entered.get(indicator.key());
            Map<String, Object> row = row(indicator);
            row.put("earlier", sheet.earlier(indicator));
            row.put("fourthQuarter", figure == null ? "" : figure.fourthQuarter());
            row.put("evidence", figure == null ? sheet.evidence(indicator) : figure.evidence());
            rows.add(row);
        }
        values.put("dueDate", Days.told(dates.annualReportDueOn(key)));
        values.put("closingDate", Days.told(dates.annualReportClosesOn(key)));
        values.put(
                "returnedText",
                before == null || before.decisionRemark() == null
                        ? ""
                        : "Returned by the head of office: " + before.decisionRemark());
        values.put(EvaluationProcess.ANNUAL_FIGURES.name(), rows);
    }

    void ofApproval(String key, Map<String, Object> values) {
        AnnualReport report = last(reports.findByAgreementKeyOrderByRound(key));
        List<Map<String, Object>> lines = new ArrayList<>();
        for (AnnualFigure figure : report == null ? List.<AnnualFigure>of() : ownFigures.of(report.id())) {
            Map<String, Object> line = new LinkedHashMap<>();
            line.put("reference", figure.reference());
            line.put("indicator", figure.indicator() + " (" + figure.unit() + ")");
            line.put("earlier", figure.earlier());
            line.put("fourthQuarter", figure.fourthQuarter());
            line.put("yearFigure", figure.yearFigure());
            line.put("evidence", figure.evidence());
            lines.add(line);
        }
        values.put("reportedBy", report == null ? "" : names.of(report.reportedBy()));
        values.put("closingDate", Days.told(dates.annualReportClosesOn(key)));
        String remark = report == null ? null : report.remark();
        values.put("remarkText", remark == null ? "" : "Remark of the team: " + remark);
        values.put("annualLines", lines);
    }

    /** With the office's own figure as the evaluator's, or with those of the round that a committee returned. */
    void ofEvaluation(String key, Map<String, Object> values) {
        OwnFigures.Approved own = ownFigures.approved(key);
        YearSheet sheet = new YearSheet(monitoring.quarters(key));
        Map<String, EvaluatedFigure> entered = new LinkedHashMap<>();
        FigureEvaluation before = last(rounds.findByAgreementKeyOrderByRound(key));
        if (before != null) {
            evaluated
                    .findByEvaluationIdInOrderByEvaluationIdAscPositionAsc(List.of(before.id()))
                    .forEach(figure -> entered.put(figure.indicatorKey(), figure));
        }
        List<Map<String, Object>> rows = new ArrayList<>();
        for (IndicatorFacts indicator : indicators(key)) {
            EvaluatedFigure figure = entered.get(indicator.key());
            Map<String, Object> row = row(indicator);
            row.put("ladder", indicator.ladder().toString());
            row.put("own", own.exists() ? told(own, indicator) : sheet.earlier(indicator));
            row.put("evaluatedFigure", figure == null ? own.figure(indicator) : figure.figure());
            row.put("evidenceAccepted", figure == null ? null : figure.evidenceAccepted() ? "YES" : "NO");
            row.put("differenceReason", figure == null ? "" : figure.reason());
            rows.add(row);
        }
        values.put(
                "reportText",
                own.exists()
                        ? "The office’s own figures were approved by its head."
                        : "The office did not report: you see what its quarterly reports said.");
        CommitteeDecision decision = last(decisions.findByAgreementKeyOrderById(key));
        values.put(
                "returnedText",
                decision == null
                        ? ""
                        : "Returned by the " + decision.committee().label() + ": " + decision.remark());
        values.put(EvaluationProcess.EVALUATED_FIGURES.name(), rows);
    }

    private static String told(OwnFigures.Approved own, IndicatorFacts indicator) {
        String figure = own.figure(indicator).isEmpty() ? "no figure" : own.figure(indicator);
        return own.evidence(indicator).isEmpty()
                ? figure + " (no evidence named)"
                : figure + " (" + own.evidence(indicator) + ")";
    }

    private static Map<String, Object> row(IndicatorFacts indicator) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("reference", indicator.id());
        row.put("indicator", indicator.name() + " (" + indicator.unit() + ")");
        return row;
    }

    private List<IndicatorFacts> indicators(String key) {
        return documents.inForce(key).map(VersionFacts::indicators).orElse(List.of());
    }

    private static <T> @Nullable T last(List<T> all) {
        return all.isEmpty() ? null : all.get(all.size() - 1);
    }
}
