package org.assent.rehearsal;

import java.util.List;
import java.util.Map;
import org.assent.drafting.IndicatorFacts;
import org.assent.evaluation.EvaluationRegister;
import org.assent.monitoring.MonitoringRegister;
import org.assent.monitoring.QuarterFacts;
import org.assent.monitoring.ReportState;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** What the offices report: three quarters, the year with its evidence; one is late once, one silent once. */
@Component
@Profile("rehearsal")
class ReportingAct {

    /** Late once. */
    static final String LATE = AgreementYear.INDUSTRIES;
    /** Of Industries: nobody kept the evidence. */
    static final String UNPROVEN = "i-labs";

    private final Stage stage;
    private final AgreementYear year;
    private final MonitoringRegister monitoring;
    private final EvaluationRegister evaluations;

    ReportingAct(Stage stage, AgreementYear year, MonitoringRegister monitoring, EvaluationRegister evaluations) {
        this.stage = stage;
        this.year = year;
        this.monitoring = monitoring;
        this.evaluations = evaluations;
    }

    void firstQuarter() {
        List<String> inTime = year.ministries().stream()
                .filter(office -> !office.equals(LATE) && !office.equals(AgreementYear.SILENT))
                .toList();
        inTime.forEach(office -> report(office, 1));
        stage.tell("first quarter reported by %d of ten".formatted(inTime.size()));
    }

    /** After the date, when the reminder has gone out. */
    void lateReport() {
        report(LATE, 1);
        QuarterFacts report = quarter(LATE, 1);
        Stage.demand(report.late() && report.lateNotedAt() != null, "The late report is not recorded as late.");
        stage.left(year.name(LATE), "The report of the first quarter came after its date, 15 October 2023.");
        stage.tell(year.name(LATE) + ": reminded, and reports the first quarter late");
    }

    void missedReport() {
        QuarterFacts report = quarter(AgreementYear.SILENT, 1);
        Stage.demand(report.state() == ReportState.MISSING, "The missing report is not recorded as missing.");
        stage.left(
                year.name(AgreementYear.SILENT),
                "The report of the first quarter never came; it was taken until 30 November 2023.");
        stage.tell(year.name(AgreementYear.SILENT) + ": the report of the first quarter is missing for good");
    }

    void quarter(int quarter) {
        year.ministries().forEach(office -> report(office, quarter));
        stage.tell("%s quarter reported by all ten".formatted(quarter == 2 ? "second" : "third"));
    }

    private void report(String office, int quarter) {
        Map<String, Performance> figures = year.performance(office);
        Map<String, IndicatorFacts> indicators = year.byNumber(office);
        year.team(office).complete(AgreementYear.key(office), "reportQuarter", form -> {
            List<Map<String, @Nullable Object>> rows = form.rows("figures");
            rows.forEach(row -> {
                String number = String.valueOf(row.get("reference"));
                String figure = AgreementYear.of(figures, number).quarters().get(quarter - 1);
                row.put("figure", figure);
                row.put("evidence", figure.isEmpty() ? "" : evidence(AgreementYear.of(indicators, number)));
            });
            form.enter("figures", rows);
        });
        Stage.demand(
                quarter(office, quarter).state() == ReportState.REPORTED, "The report of " + office + " was not kept.");
    }

    private QuarterFacts quarter(String office, int quarter) {
        return monitoring.quarters(AgreementYear.key(office)).stream()
                .filter(report -> report.quarter() == quarter)
                .findFirst()
                .orElseThrow();
    }

    private static String evidence(IndicatorFacts indicator) {
        return indicator.key().equals(UNPROVEN) ? "" : indicator.evidence();
    }

    void halfYear() {
        for (String office : year.ministries()) {
            year.reviewer().complete(AgreementYear.key(office), "evaluateHalfYear", form -> {
                List<Map<String, @Nullable Object>> rows = form.rows("halfYearVerdicts");
                rows.forEach(row -> judge(office, row));
                form.enter("halfYearVerdicts", rows)
                        .enter("halfYearFeedback", "Keep the evidence of each figure at hand.");
            });
        }
        stage.tell("the half-year evaluated for all ten");
    }

    private static void judge(String office, Map<String, @Nullable Object> row) {
        boolean silent = office.equals(AgreementYear.SILENT) && "1.1.1".equals(row.get("reference"));
        row.put("verdict", silent ? "BEHIND" : "ON_TRACK");
        if (silent) {
            row.put("verdictRemark", "The first quarter was never reported.");
        }
    }

    /** The fourth quarter with the evidence for the year; the heads approve. */
    void year() {
        for (String office : year.ministries()) {
            String key = AgreementYear.key(office);
            Map<String, Performance> figures = year.performance(office);
            Map<String, IndicatorFacts> indicators = year.byNumber(office);
            year.team(office).complete(key, "reportYear", form -> {
                List<Map<String, @Nullable Object>> rows = form.rows("annualFigures");
                rows.forEach(row -> {
                    String number = String.valueOf(row.get("reference"));
                    row.put(
                            "fourthQuarter",
                            AgreementYear.of(figures, number).quarters().get(3));
                    row.put("evidence", evidence(AgreementYear.of(indicators, number)));
                });
                form.enter("annualFigures", rows);
            });
            year.head(office).complete(key, "approveYear", form -> form.enter("yearApproval", "APPROVE"));
            Stage.demand(
                    evaluations.evaluation(key).orElseThrow().annualState() == ReportState.REPORTED,
                    "The annual report of " + office + " was not kept.");
        }
        stage.tell("the year reported with evidence by all ten, approved by their heads");
    }
}
