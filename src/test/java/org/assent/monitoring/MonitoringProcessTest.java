package org.assent.monitoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.assent.access.EngineUsers;
import org.assent.engine.ProcessTest;
import org.assent.engine.Refusal;
import org.assent.mail.MailTemplate;
import org.assent.mail.Message;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;

@ProcessTest(MonitoringProcess.KEY)
class MonitoringProcessTest {

    private static final String FIRST = row("1.1.1", "10", "Register, page 4") + "," + row("1.1.2", "", "") + ","
            + row("2.1.1", "85 %", "Log of letters");
    private static final String GIVEN = "," + row("M1.1.1", "15", "Training register") + ","
            + row("M1.2.1", "20 Jul", "Letter 12") + "," + row("M1.2.2", "1", "");

    @Autowired
    ProcessEngine engine;

    @Autowired
    SignedAgreementFixture agreements;

    @Autowired
    MonitoringRegister monitoring;

    @Autowired
    MonitoringService service;

    @Autowired
    @Qualifier("remindReport")
    MailTemplate remindReport;

    @Autowired
    @Qualifier("tellMissingReport")
    MailTemplate tellMissingReport;

    @Autowired
    @Qualifier("remindHalfYear")
    MailTemplate remindHalfYear;

    private String key;
    private YearWalk walk;
    private ProcessInstance open;

    @BeforeEach
    void anAgreementComesIntoForce() {
        YearWalk.at("2018-07-20T04:00:00Z");
        key = agreements.inForce("industries", "2018-19");
        walk = new YearWalk(engine);
        open = engine.getRuntimeService()
                .startProcessInstanceByKey(
                        MonitoringProcess.KEY,
                        key,
                        Map.of(
                                "organisation",
                                "industries",
                                "apaTeam",
                                "industries-apa-team",
                                "reviewers",
                                "cabinet-reviewers"));
    }

    @Test
    void a_year_is_reported_quarter_by_quarter_and_evaluated_at_half_year() {
        walk.until("2018-09-30T17:59:59Z");
        assertThat(walk.find("reportQuarter")).isNull();

        walk.until("2018-09-30T18:00:00Z");
        assertThat(walk.task("reportQuarter")).hasCandidateGroup("industries-apa-team");
        assertThat(walk.task("reportQuarter").getDueDate().toInstant())
                .as("the last second of the 15th in Dhaka")
                .isEqualTo(Instant.parse("2018-10-15T17:59:59Z"));
        Map<String, Object> form = walk.form("industries-apa", "reportQuarter");
        assertThat(form)
                .containsEntry("quarterName", "first")
                .containsEntry("quarterDates", "1 July 2018 to 30 September 2018")
                .containsEntry("dueDate", "15 October 2018")
                .containsEntry("closingDate", "30 November 2018");
        assertThat(form.get("figures").toString())
                .contains("\"1.1.1\"", "Old-age allowance paid (lakh people; target for the year 30)", "M1.2.2");
        walk.until("2018-10-10T04:00:00Z");
        report("[" + FIRST + GIVEN + "]");

        walk.until("2019-01-05T04:00:00Z");
        report("[" + row("1.1.1", "12.5", "Register, page 9") + "," + row("1.1.2", "20 Jan 2019", "Gazette") + ","
                + row("2.1.1", "", "") + GIVEN + "]");
        assertThat(walk.form("cabinet-reviewer", "evaluateHalfYear")
                        .get("halfYearVerdicts")
                        .toString())
                .contains("Q1: 10 (Register, page 4)\\nQ2: 12.5 (Register, page 9)\\nHalf-year: 22.5");
        assertThat(walk.task("evaluateHalfYear").getDueDate().toInstant())
                .isEqualTo(Instant.parse("2019-01-30T17:59:59Z"));
        evaluateHalfYear("ON_TRACK", "");

        walk.until("2019-04-02T04:00:00Z");
        report("[" + row("1.1.1", "7.5", "Register, page 15") + "," + row("1.1.2", "-", "") + ","
                + row("2.1.1", "95", "Log") + GIVEN + "]");

        assertThat(open).isEnded().hasPassed("monitoringClosed", "quarterReported", "halfYearSettled");
        assertThat(monitoring.quarters(key))
                .extracting(QuarterFacts::quarter, QuarterFacts::state, QuarterFacts::late, QuarterFacts::reportedBy)
                .containsExactly(
                        tuple(1, ReportState.REPORTED, false, "industries-apa"),
                        tuple(2, ReportState.REPORTED, false, "industries-apa"),
                        tuple(3, ReportState.REPORTED, false, "industries-apa"));
        assertThat(monitoring.quarters(key).get(0).reportedAt()).isEqualTo(Instant.parse("2018-10-10T04:00:00Z"));
        assertThat(monitoring.quarters(key).get(0).figures())
                .extracting(FigureFacts::reference, FigureFacts::figure, FigureFacts::readAs, FigureFacts::evidence)
                .contains(
                        tuple("1.1.1", "10", "10", "Register, page 4"),
                        tuple("2.1.1", "85 %", "85 %", "Log of letters"),
                        tuple("M1.2.1", "20 Jul", "20 Jul 2018", "Letter 12"));
        assertThat(monitoring.halfYear(key)).hasValueSatisfying(half -> {
            assertThat(half.state()).isEqualTo(ReportState.REPORTED);
            assertThat(half.late()).isFalse();
            assertThat(half.evaluatedBy()).isEqualTo("cabinet-reviewer");
            assertThat(half.verdicts()).hasSize(6).allSatisfy(verdict -> assertThat(verdict.verdict())
                    .isEqualTo(Verdict.ON_TRACK));
        });
    }

    @Test
    void a_late_report_is_recorded_and_reminded_of_and_still_taken() {
        walk.until("2018-10-15T17:59:59Z");
        assertThat(remindReport.compose(key, Map.of())).isEmpty();
        walk.until("2018-10-15T18:00:00Z");

        assertThat(remindReport.compose(key, Map.of())).singleElement().satisfies(letter -> {
            assertThat(letter.to()).containsExactly("apa@industries.example");
            assertThat(letter.subject()).contains("quarter 1", "15 October 2018");
        });
        assertThat(monitoring.quarters(key).get(0)).satisfies(report -> {
            assertThat(report.late()).isTrue();
            assertThat(report.lateNotedAt()).isEqualTo(Instant.parse("2018-10-15T18:00:00Z"));
            assertThat(report.answerable()).isEqualTo("industries-apa");
        });

        walk.until("2018-10-20T04:00:00Z");
        report("[" + FIRST + GIVEN + "]");
        assertThat(monitoring.quarters(key).get(0)).satisfies(report -> {
            assertThat(report.state()).isEqualTo(ReportState.REPORTED);
            assertThat(report.late()).isTrue();
        });
    }

    @Test
    void a_missing_report_is_recorded_and_told_and_monitoring_goes_on_without_it() {
        walk.until("2019-06-30T18:00:01Z");

        assertThat(open).isEnded().hasPassed("reportMissing", "recordMissingHalfYear", "halfYearReminded");
        assertThat(monitoring.quarters(key))
                .extracting(QuarterFacts::state, QuarterFacts::missingNotedAt)
                .containsExactly(
                        tuple(ReportState.MISSING, Instant.parse("2018-11-30T18:00:00Z")),
                        tuple(ReportState.MISSING, Instant.parse("2019-02-28T18:00:00Z")),
                        tuple(ReportState.MISSING, Instant.parse("2019-05-31T18:00:00Z")));
        assertThat(tellMissingReport.compose(key, Map.of()))
                .extracting(Message::to)
                .containsOnly(List.of("apa@industries.example", "secretary@industries.example", "apa@cabinet.example"))
                .hasSize(3);
        assertThat(remindHalfYear.compose(key, Map.of())).singleElement().satisfies(letter -> assertThat(letter.to())
                .containsExactly("apa@cabinet.example"));
        assertThat(monitoring.halfYear(key))
                .hasValueSatisfying(half -> assertThat(half.state()).isEqualTo(ReportState.MISSING));
        assertThatThrownBy(() -> service.report(key, 1, List.of(), "Too late", "industries-apa"))
                .isInstanceOf(Refusal.class)
                .hasMessage("The report of this quarter could be sent until 30 November 2018; it now counts as missing."
                        + " Bring its figures into the next report.");
    }

    @Test
    void a_figure_that_cannot_be_read_is_refused_with_its_number_and_nothing_is_kept() {
        walk.until("2018-10-01T04:00:00Z");

        assertThatThrownBy(() -> report("[" + row("1.1.1", "about ten", "") + "," + row("1.1.2", "", "") + ","
                        + row("2.1.1", "", "") + GIVEN + "]"))
                .isInstanceOf(Refusal.class)
                .hasMessageStartingWith("Indicator 1.1.1: ")
                .hasMessageContaining("about ten");
        assertThatThrownBy(() -> report("[" + row("1.1.1", "12 Aug 2018", "") + "," + row("1.1.2", "", "") + ","
                        + row("2.1.1", "", "") + GIVEN + "]"))
                .isInstanceOf(Refusal.class)
                .hasMessageStartingWith("Indicator 1.1.1: ");
        assertThatThrownBy(() -> report("[" + FIRST + "]"))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("The indicators have changed");
        assertThatThrownBy(() -> report("[" + empty("1.1.1", "1.1.2", "2.1.1", "M1.1.1", "M1.2.1", "M1.2.2") + "]"))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("No figure is entered");
        assertThat(monitoring.quarters(key).get(0)).satisfies(report -> {
            assertThat(report.state()).isEqualTo(ReportState.AWAITED);
            assertThat(report.figures()).isEmpty();
        });
    }

    @Test
    void bengali_digits_are_read_and_kept_as_typed() {
        walk.until("2018-10-01T04:00:00Z");
        report("[" + row("1.1.1", "১২.৫", "") + "," + empty("1.1.2", "2.1.1", "M1.1.1", "M1.2.1", "M1.2.2") + "]");

        assertThat(monitoring.quarters(key).get(0).figures())
                .extracting(FigureFacts::figure, FigureFacts::readAs)
                .containsExactly(tuple("১২.৫", "12.5"));
    }

    @Test
    void a_revision_changes_the_indicators_of_later_reports_and_earlier_figures_stay() {
        walk.until("2018-10-05T04:00:00Z");
        report("[" + FIRST + GIVEN + "]");
        agreements.revised(key);
        walk.until("2019-01-05T04:00:00Z");

        assertThat(walk.form("industries-apa", "reportQuarter").get("figures").toString())
                .contains("Allowance paid by phone", "Offices inspected")
                .doesNotContain("Allowance rules issued by");
        report("[" + row("1.1.1", "20", "") + "," + row("1.1.2", "3", "Visits") + "," + row("2.1.1", "", "") + GIVEN
                + "]");

        assertThat(monitoring.quarters(key).get(0)).satisfies(report -> {
            assertThat(report.documentVersion()).isEqualTo(1);
            assertThat(report.figures())
                    .extracting(FigureFacts::indicatorKey, FigureFacts::indicator, FigureFacts::figure)
                    .contains(tuple("i-sum", "Old-age allowance paid", "10"));
        });
        assertThat(monitoring.quarters(key).get(1)).satisfies(report -> {
            assertThat(report.documentVersion()).isEqualTo(2);
            assertThat(report.figures())
                    .extracting(FigureFacts::indicatorKey, FigureFacts::indicator, FigureFacts::figure)
                    .contains(
                            tuple("i-sum", "Allowance paid by phone", "20"), tuple("i-new", "Offices inspected", "3"));
        });
        assertThat(walk.form("cabinet-reviewer", "evaluateHalfYear")
                        .get("halfYearVerdicts")
                        .toString())
                .contains("Half-year: 30");
    }

    @Test
    void half_year_asks_for_every_indicator_and_for_what_is_missing_where_one_is_behind() {
        walk.until("2018-10-05T04:00:00Z");
        report("[" + FIRST + GIVEN + "]");
        walk.until("2019-02-05T04:00:00Z");

        assertThatThrownBy(() -> walk.submit(
                        "cabinet-reviewer",
                        "evaluateHalfYear",
                        Map.of(
                                "halfYearFeedback",
                                "Go on",
                                "halfYearVerdicts",
                                YearWalk.json("[" + empty("1.1.1", "1.1.2", "2.1.1", "M1.1.1", "M1.2.1", "M1.2.2")
                                        + "]".replace("'figure'", "'verdict'")))))
                .isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> evaluateHalfYear("BEHIND", ""))
                .isInstanceOf(Refusal.class)
                .hasMessage("Please tell the office what is missing in indicator 1.1.1.");
        evaluateHalfYear("BEHIND", "No visits yet");

        assertThat(monitoring.halfYear(key)).hasValueSatisfying(half -> {
            assertThat(half.late()).isTrue();
            assertThat(half.verdicts().get(0).remark()).isEqualTo("No visits yet");
            assertThat(half.verdicts().get(0).reported()).startsWith("Q1: 10 (Register, page 4)");
        });
    }

    @Test
    void whoever_reported_does_not_evaluate_the_half_year() {
        walk.until("2018-10-05T04:00:00Z");
        report("[" + FIRST + GIVEN + "]");

        assertThatThrownBy(() -> service.evaluateHalfYear(key, List.of(), "Well done", "industries-apa"))
                .isInstanceOf(Refusal.class)
                .hasMessage("You sent one of these reports yourself; somebody else evaluates the half-year.");
    }

    @Test
    void another_ministry_sees_nothing_of_the_report() {
        walk.until("2018-10-01T04:00:00Z");

        EngineUsers.actAs(engine.getIdentityService(), "commerce-apa");
        assertThat(engine.getTaskService().createTaskQuery().count()).isZero();
        EngineUsers.actAs(engine.getIdentityService(), "industries-apa");
        assertThat(engine.getTaskService().createTaskQuery().count()).isEqualTo(1);
    }

    private void report(String rows) {
        walk.submit("industries-apa", "reportQuarter", Map.of("figures", YearWalk.json(rows)));
    }

    private void evaluateHalfYear(String verdict, String remark) {
        String rows = java.util.stream.Stream.of("1.1.1", "1.1.2", "2.1.1", "M1.1.1", "M1.2.1", "M1.2.2")
                .map(reference ->
                        "{'reference':'%s','verdict':'%s','verdictRemark':'%s'}".formatted(reference, verdict, remark))
                .collect(java.util.stream.Collectors.joining(",", "[", "]"));
        walk.submit(
                "cabinet-reviewer",
                "evaluateHalfYear",
                Map.of("halfYearVerdicts", YearWalk.json(rows), "halfYearFeedback", "Go on like this"));
    }

    private static String row(String reference, String figure, String evidence) {
        return "{'reference':'%s','figure':'%s','evidence':'%s'}".formatted(reference, figure, evidence);
    }

    private static String empty(String... references) {
        return List.of(references).stream()
                .map(reference -> row(reference, "", ""))
                .collect(java.util.stream.Collectors.joining(","));
    }
}
