package org.assent.webapp;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.assent.engine.OfficialNames;
import org.assent.evaluation.EvaluationFacts;
import org.assent.evaluation.EvaluationFacts.AnnualReportFacts;
import org.assent.evaluation.EvaluationRegister;
import org.assent.monitoring.HalfYearFacts;
import org.assent.monitoring.MonitoringRegister;
import org.assent.monitoring.QuarterFacts;
import org.assent.webapp.AgreementFiles.File;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What an office reported during the year as the page shows it, late and missing reports included. */
@Component
class ReportsSheet {

    private final MonitoringRegister monitoring;
    private final EvaluationRegister evaluations;
    private final OfficialNames names;

    ReportsSheet(MonitoringRegister monitoring, EvaluationRegister evaluations, OfficialNames names) {
        this.monitoring = monitoring;
        this.evaluations = evaluations;
        this.names = names;
    }

    /** @param annual whether the annual report is for the viewer; it leads straight to the score */
    Map<String, Object> of(File file, boolean annual) {
        String key = file.agreement().key();
        Map<String, Object> shown = new LinkedHashMap<>();
        shown.put(
                "quarters", monitoring.quarters(key).stream().map(this::quarter).toList());
        monitoring.halfYear(key).ifPresent(half -> shown.put("halfYear", halfYear(half)));
        if (annual) {
            evaluations.evaluation(key).ifPresent(evaluation -> shown.put("annual", annual(evaluation)));
        }
        return shown;
    }

    private Map<String, Object> quarter(QuarterFacts report) {
        Map<String, Object> shown = new LinkedHashMap<>();
        shown.put("quarter", report.quarter());
        shown.put("state", report.state().label());
        shown.put("dueOn", report.dueOn().toString());
        shown.put("late", report.late());
        shown.put("version", report.documentVersion());
        shown.put("by", name(report.reportedBy()));
        shown.put("at", text(report.reportedAt()));
        shown.put("remark", text(report.remark()));
        shown.put("answerable", name(report.answerable()));
        shown.put(
                "figures",
                report.figures().stream()
                        .map(figure -> List.of(
                                "[" + figure.reference() + "]",
                                figure.indicator(),
                                figure.unit(),
                                figure.figure(),
                                figure.evidence()))
                        .toList());
        return shown;
    }

    private Map<String, Object> halfYear(HalfYearFacts half) {
        Map<String, Object> shown = new LinkedHashMap<>();
        shown.put("state", half.state().label());
        shown.put("dueOn", half.dueOn().toString());
        shown.put("late", half.late());
        shown.put("by", name(half.evaluatedBy()));
        shown.put("at", text(half.evaluatedAt()));
        shown.put("feedback", text(half.feedback()));
        shown.put(
                "verdicts",
                half.verdicts().stream()
                        .map(verdict -> List.of(
                                "[" + verdict.reference() + "]",
                                verdict.indicator(),
                                verdict.reported(),
                                verdict.verdict().label(),
                                verdict.remark()))
                        .toList());
        return shown;
    }

    private Map<String, Object> annual(EvaluationFacts evaluation) {
        Map<String, Object> shown = new LinkedHashMap<>();
        shown.put("state", evaluation.annualState().label());
        shown.put("dueOn", evaluation.annualDueOn().toString());
        shown.put("answerable", name(evaluation.answerable()));
        shown.put("late", evaluation.lateNotedAt() != null);
        shown.put(
                "reports", evaluation.annualReports().stream().map(this::annual).toList());
        return shown;
    }

    private Map<String, Object> annual(AnnualReportFacts report) {
        Map<String, Object> shown = new LinkedHashMap<>();
        Boolean approved = report.approved();
        shown.put("round", report.round());
        shown.put("late", report.late());
        shown.put("by", name(report.reportedBy()));
        shown.put("at", text(report.reportedAt()));
        shown.put("remark", text(report.remark()));
        shown.put(
                "decision",
                approved == null ? "Waits for the head of office" : approved ? "Approved" : "Returned to the team");
        shown.put("decidedBy", name(report.decidedBy()));
        shown.put("decidedAt", text(report.decidedAt()));
        shown.put("decisionRemark", text(report.decisionRemark()));
        shown.put(
                "figures",
                report.figures().stream()
                        .map(figure -> List.of(
                                "[" + figure.reference() + "]",
                                figure.indicator(),
                                figure.unit(),
                                figure.earlier(),
                                figure.fourthQuarter(),
                                figure.yearFigure(),
                                figure.evidence()))
                        .toList());
        return shown;
    }

    private String name(@Nullable String user) {
        return user == null ? "" : names.of(user);
    }

    private static String text(@Nullable String text) {
        return text == null ? "" : text;
    }

    private static String text(@Nullable Instant moment) {
        return moment == null ? "" : moment.toString();
    }
}
