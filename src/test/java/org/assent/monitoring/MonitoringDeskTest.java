package org.assent.monitoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import java.util.Map;
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
class MonitoringDeskTest {

    @Autowired
    SignedAgreementFixture agreements;

    @Autowired
    MonitoringRegister monitoring;

    @Autowired
    RuntimeService runtime;

    @Autowired
    ManagementService jobs;

    private String open;

    @AfterEach
    void ownTime() {
        ClockUtil.reset();
    }

    @Test
    void a_team_reports_a_quarter_and_the_reviewer_evaluates_the_half_year(Desk desk) {
        YearWalk.at("2018-07-20T04:00:00Z");
        String key = agreements.inForce("bridges", "2018-19");
        open = runtime.startProcessInstanceByKey(
                        MonitoringProcess.KEY,
                        key,
                        Map.of(
                                "organisation",
                                "bridges",
                                "apaTeam",
                                "bridges-apa-team",
                                "reviewers",
                                "cabinet-reviewers"))
                .getId();
        happens("quarterOver", "2018-10-05T04:00:00Z");

        Official team = desk.login("bridges-apa").open("reportQuarter").see("the first quarter");
        FormRows figures = team.rows("Indicators");
        assertThat(figures.count()).isEqualTo(6);
        assertThat(figures.value(0, "Indicator"))
                .isEqualTo("Old-age allowance paid (lakh people; target for the year 30)");
        figures.fill(0, "Figure of the quarter", "about ten")
                .fill(0, "Evidence", "Register, page 4")
                .fill(2, "Figure of the quarter", "৮৫ %");
        assertThat(team.completeInVain()).singleElement().asString().startsWith("Indicator 1.1.1: ");
        assertThat(figures.value(2, "Figure of the quarter")).isEqualTo("৮৫ %");
        team.photograph("reportQuarter");
        figures.fill(0, "Figure of the quarter", "10");
        team.fill("Remark to the reviewer", "Payments began in August").complete();

        happens("halfYearOver", "2019-01-05T04:00:00Z");
        Official reviewer =
                desk.login("cabinet-reviewer").open("evaluateHalfYear").see("The first quarter’s report came in time");
        FormRows verdicts = reviewer.rows("Indicators");
        for (int row = 0; row < verdicts.count(); row++) {
            verdicts.fill(row, "Stands", row == 0 ? "Behind" : "On track");
        }
        verdicts.fill(0, "What is missing", "A third of the year’s target should be paid by now");
        reviewer.fill("Feedback to the office", "Begin the payments earlier");
        reviewer.photograph("evaluateHalfYear").complete();

        assertThat(monitoring.quarters(key).get(0).figures())
                .extracting(FigureFacts::reference, FigureFacts::readAs)
                .containsExactly(tuple("1.1.1", "10"), tuple("2.1.1", "85 %"));
        assertThat(monitoring.quarters(key).get(0).remark()).isEqualTo("Payments began in August");
        assertThat(monitoring.halfYear(key)).hasValueSatisfying(half -> assertThat(half.verdicts())
                .extracting(HalfYearFacts.VerdictFacts::verdict)
                .containsExactly(
                        Verdict.BEHIND,
                        Verdict.ON_TRACK,
                        Verdict.ON_TRACK,
                        Verdict.ON_TRACK,
                        Verdict.ON_TRACK,
                        Verdict.ON_TRACK));
        for (Official official : List.of(team, reviewer)) {
            assertThat(official.scriptErrors()).isEmpty();
        }
    }

    /** The earliest timer of this step fires at this moment. */
    private void happens(String step, String moment) {
        YearWalk.at(moment);
        jobs.executeJob(jobs.createJobQuery()
                .processInstanceId(open)
                .activityId(step)
                .orderByJobDuedate()
                .asc()
                .list()
                .get(0)
                .getId());
    }
}
