package org.assent.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import java.util.Map;
import org.assent.monitoring.ReportedYearFixture;
import org.assent.monitoring.SignedAgreementFixture;
import org.assent.monitoring.YearWalk;
import org.assent.webapp.Desk;
import org.assent.webapp.DeskTest;
import org.assent.webapp.FormRows;
import org.assent.webapp.Official;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@DeskTest
class EvaluationDeskTest {

    @Autowired
    SignedAgreementFixture agreements;

    @Autowired
    ReportedYearFixture years;

    @Autowired
    EvaluationRegister evaluations;

    @Autowired
    RuntimeService runtime;

    @Autowired
    ManagementService jobs;

    @AfterEach
    void ownTime() {
        ClockUtil.reset();
    }

    @Test
    void five_officials_bring_a_year_s_figures_to_a_fixed_score(Desk desk) {
        YearWalk.at("2018-07-20T04:00:00Z");
        String key = agreements.inForce("housing", "2018-19");
        years.reported(key, "housing-apa");
        YearWalk.at("2019-07-03T04:00:00Z");
        String open = runtime.startProcessInstanceByKey(
                        EvaluationProcess.KEY,
                        key,
                        Map.of(
                                "organisation",
                                "housing",
                                "apaTeam",
                                "housing-apa-team",
                                "officeHead",
                                "housing-heads",
                                "reviewers",
                                "cabinet-reviewers"))
                .getId();
        jobs.executeJob(jobs.createJobQuery()
                .processInstanceId(open)
                .activityId("yearOver")
                .singleResult()
                .getId());

        Official team = desk.login("housing-apa").open("reportYear").see("Due by 15 July 2019");
        FormRows annual = team.rows("Indicators");
        assertThat(annual.value(0, "Reported so far"))
                .isEqualTo("Q1 10, Q2 12.5, Q3 4; so far 26.5 (sum of the quarters)");
        annual.fill(0, "Fourth quarter", "3.25")
                .fill(3, "Fourth quarter", "12")
                .fill(5, "Fourth quarter", "1")
                .fill(0, "Evidence for the year", "Register, pages 4 to 31");
        team.photograph("reportYear").complete();

        Official head = desk.login("housing-head").open("approveYear").see("29.75");
        head.photograph("approveYear").fill("Decision", "Approve").complete();

        Official evaluator = desk.login("cabinet-reviewer").open("evaluateFigures");
        FormRows figures = evaluator.rows("Indicators");
        assertThat(figures.value(0, "Own figure (evidence)")).isEqualTo("29.75 (Register, pages 4 to 31)");
        assertThat(figures.value(0, "Figure that counts")).isEqualTo("29.75");
        for (int row = 0; row < figures.count(); row++) {
            figures.fill(row, "Evidence accepted?", row == 5 ? "No" : "Yes");
        }
        figures.fill(0, "Figure that counts", "29.5").fill(5, "Reason for a difference", "The letters bear no dates");
        assertThat(evaluator.completeInVain())
                .containsExactly(
                        "Indicator 1.1.1: your figure is another than the office’s own; please give the reason.");
        figures.fill(0, "Reason for a difference", "Page 15 counts two months twice");
        evaluator.photograph("evaluateFigures").complete();

        Official committee = desk.login("technical-committee").open("reviewScores");
        committee.see("94.29").see("Page 15 counts two months twice").photograph("reviewScores");
        // how the score came about lies beside the form
        committee.tab("Agreement").see("How the parts add up").see("This score is provisional");
        committee.photograph("reviewScores-agreement").tab("Form");
        committee.fill("Decision", "Adopt the scores").complete();

        Official chair = desk.login("national-committee").open("decideScores").see("Technical committee: Adopted");
        chair.photograph("decideScores").fill("Decision", "Adopt the scores").complete();

        assertThat(evaluations.scoreSheet(key)).hasValueSatisfying(sheet -> {
            assertThat(sheet.fixed()).isTrue();
            assertThat(sheet.composite()).isEqualTo("94.29");
            assertThat(sheet.lines())
                    .extracting(ScoreSheet.Line::id, ScoreSheet.Line::figure, ScoreSheet.Line::evidenceAccepted)
                    .contains(tuple("1.1.1", "29.5", true), tuple("M1.2.2", "4", false));
        });
        for (Official official : List.of(team, head, evaluator, committee, chair)) {
            assertThat(official.scriptErrors()).isEmpty();
        }
    }
}
