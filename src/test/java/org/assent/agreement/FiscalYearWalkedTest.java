package org.assent.agreement;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.assent.engine.FreshDesk;
import org.assent.engine.Refusal;
import org.assent.evaluation.EvaluationRegister;
import org.assent.monitoring.MonitoringRegister;
import org.assent.monitoring.QuarterFacts;
import org.assent.monitoring.ReportState;
import org.assent.scheme.FiscalYear;
import org.assent.scheme.OfficeLevel;
import org.assertj.core.groups.Tuple;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.history.HistoricActivityInstance;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;

/** One agreement, its fiscal year and its calendar: whoever is late is reminded on the day, and the year goes on. */
@SpringBootTest
@ExtendWith(FreshDesk.class)
class FiscalYearWalkedTest {

    private static final String KEY = "industries/2023-24";

    /** What the clock alone brings about. */
    private static final Set<String> DATES = Set.of(
            "draftDue",
            "reviewOverdue",
            "signingDue",
            "quarterOver",
            "reportDue",
            "reportMissed",
            "halfYearOver",
            "halfYearDue",
            "yearOver",
            "annualReportDue",
            "publicationDue");

    @Autowired
    AgreementWalk walk;

    @Autowired
    AgreementRegister agreements;

    @Autowired
    MonitoringRegister monitoring;

    @Autowired
    EvaluationRegister evaluations;

    @Autowired
    HistoryService history;

    /** The case; history also holds those of other tests. */
    private String root = "";

    @Test
    void a_fiscal_year_is_walked_on_the_clock_and_each_due_date_is_reached_in_order() {
        walk.clock("2023-04-20T04:00:00Z");
        root = walk.open("industries-apa", "industries", "2023-24").getId();
        becomesBinding();
        isReported();
        isEvaluated();

        assertThat(reached())
                .containsExactly(
                        tuple("draftDue", LocalDate.of(2023, 5, 31)),
                        tuple("reviewOverdue", LocalDate.of(2023, 6, 19)),
                        tuple("signingDue", LocalDate.of(2023, 7, 31)),
                        tuple("quarterOver", LocalDate.of(2023, 9, 30)),
                        tuple("halfYearOver", LocalDate.of(2023, 12, 31)),
                        tuple("quarterOver", LocalDate.of(2023, 12, 31)),
                        tuple("reportDue", LocalDate.of(2024, 1, 15)),
                        tuple("halfYearDue", LocalDate.of(2024, 1, 30)),
                        tuple("quarterOver", LocalDate.of(2024, 3, 31)),
                        tuple("reportDue", LocalDate.of(2024, 4, 15)),
                        tuple("reportMissed", LocalDate.of(2024, 5, 31)),
                        tuple("yearOver", LocalDate.of(2024, 6, 30)),
                        tuple("annualReportDue", LocalDate.of(2024, 7, 15)),
                        tuple("publicationDue", LocalDate.of(2024, 8, 30)));
        assertThat(history.createHistoricProcessInstanceQuery()
                        .processInstanceId(root)
                        .singleResult()
                        .getEndActivityId())
                .isEqualTo("agreementCompleted");
    }

    private void becomesBinding() {
        walk.until("2023-05-31T17:59:59Z");
        assertThat(passed("draftReminded")).isZero();
        walk.until("2023-06-05T04:00:00Z");
        assertThat(passed("draftReminded")).isOne();

        walk.draft("industries", KEY);
        walk.until("2023-06-20T04:00:00Z");
        assertThat(passed("reviewEscalated")).isOne();

        walk.recommend();
        walk.signAsHead("industries");
        walk.until("2023-08-01T04:00:00Z");
        assertThat(passed("signingReminded")).isOne();

        walk.countersign();
        assertThat(agreements.agreement(KEY).state()).isEqualTo(AgreementState.IN_FORCE);
    }

    private void isReported() {
        walk.until("2023-10-01T04:00:00Z");
        assertThatThrownBy(() -> walk.requestRevision("industries-apa", KEY, "A day too late"))
                .isInstanceOf(Refusal.class);
        walk.report("industries", KEY, walk.task("reportQuarter"));

        walk.until("2024-01-20T04:00:00Z");
        walk.report("industries", KEY, walk.task("reportQuarter"));
        walk.until("2024-01-31T04:00:00Z");
        assertThat(passed("halfYearReminded")).isOne();
        walk.submitRows(
                "cabinet-reviewer",
                "evaluateHalfYear",
                "halfYearVerdicts",
                row -> row.put("verdict", "ON_TRACK"),
                Map.of("halfYearFeedback", "Well begun"));

        walk.until("2024-06-01T04:00:00Z");
        assertThat(monitoring.quarters(KEY))
                .extracting(QuarterFacts::quarter, QuarterFacts::state, QuarterFacts::late)
                .containsExactlyInAnyOrder(
                        tuple(1, ReportState.REPORTED, false),
                        tuple(2, ReportState.REPORTED, true),
                        tuple(3, ReportState.MISSING, true));
    }

    private void isEvaluated() {
        walk.until("2024-07-20T04:00:00Z");
        assertThat(passed("annualReportReminded")).isOne();
        walk.reportYear("industries", KEY);
        walk.submit("industries-head", "approveYear", Map.of("yearApproval", "APPROVE"));
        walk.evaluate(KEY);
        walk.submit("technical-committee", "reviewScores", Map.of("technicalDecision", "ADOPT"));
        walk.submit("national-committee", "decideScores", Map.of("finalDecision", "ADOPT"));

        // nine in the morning of 30 August in Dhaka
        walk.until("2024-08-30T02:59:59Z");
        assertThat(evaluations.league(FiscalYear.of("2023-24"), OfficeLevel.MINISTRY))
                .isEmpty();
        walk.until("2024-08-30T03:00:01Z");
        assertThat(evaluations.league(FiscalYear.of("2023-24"), OfficeLevel.MINISTRY))
                .hasValueSatisfying(
                        league -> assertThat(league.rows()).singleElement().satisfies(row -> {
                            assertThat(row.rank()).isOne();
                            assertThat(row.score()).isEqualByComparingTo("100");
                        }));
        assertThat(agreements.agreement(KEY).state()).isEqualTo(AgreementState.PUBLISHED);
    }

    private long passed(String step) {
        return history.createHistoricActivityInstanceQuery().activityId(step).finished().list().stream()
                .filter(end -> root.equals(end.getRootProcessInstanceId()))
                .count();
    }

    /** Each date with its last day in Dhaka. */
    private List<Tuple> reached() {
        return history.createHistoricActivityInstanceQuery().finished().list().stream()
                .filter(step -> root.equals(step.getRootProcessInstanceId()))
                .filter(step -> DATES.contains(step.getActivityId()))
                .filter(step -> !step.isCanceled())
                .sorted(Comparator.comparing(HistoricActivityInstance::getEndTime)
                        .thenComparing(HistoricActivityInstance::getActivityId))
                .map(step -> tuple(
                        step.getActivityId(),
                        LocalDate.ofInstant(
                                requireNonNull(step.getEndTime()).toInstant().minusSeconds(1), FiscalYear.DHAKA)))
                .toList();
    }
}
