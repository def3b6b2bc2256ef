package org.assent.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.assent.engine.ProcessTest;
import org.assent.engine.Refusal;
import org.assent.mail.MailTemplate;
import org.assent.monitoring.ReportState;
import org.assent.monitoring.ReportedYearFixture;
import org.assent.monitoring.SignedAgreementFixture;
import org.assent.monitoring.YearWalk;
import org.assent.scheme.FiscalYear;
import org.assent.scheme.OfficeLevel;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;

@ProcessTest(EvaluationProcess.KEY)
class EvaluationProcessTest {

    private static final FiscalYear YEAR = FiscalYear.of("2018-19");

    @Autowired
    ProcessEngine engine;

    @Autowired
    SignedAgreementFixture agreements;

    @Autowired
    ReportedYearFixture years;

    @Autowired
    EvaluationRegister evaluations;

    @Autowired
    EvaluationService service;

    @Autowired
    @Qualifier("remindAnnualReport")
    MailTemplate remindAnnualReport;

    @Autowired
    @Qualifier("remindEvaluation")
    MailTemplate remindEvaluation;

    @Autowired
    @Qualifier("announceResult")
    MailTemplate announceResult;

    private YearWalk walk;

    @BeforeEach
    void walks() {
        walk = new YearWalk(engine);
    }

    @Test
    void a_year_s_figures_become_a_published_score_that_explains_itself() {
        String key = reported("industries");
        ProcessInstance open = evaluate(key, "industries", "cabinet-reviewers");
        walk.until("2019-06-30T17:59:59Z");
        assertThat(walk.find("reportYear")).isNull();
        walk.until("2019-07-03T04:00:00Z");
        assertThat(walk.task("reportYear")).hasCandidateGroup("industries-apa-team");
        Map<String, Object> form = walk.form("industries-apa", "reportYear");
        assertThat(form).containsEntry("dueDate", "15 July 2019").containsEntry("closingDate", "30 July 2019");
        assertThat(form.get("annualFigures").toString())
                .contains("Q1 10, Q2 12.5, Q3 4; so far 26.5 (sum of the quarters)")
                .contains("Q1 80 %, Q2 –, Q3 90; so far 85 % (average of the quarters reported)")
                .contains("Q1 –, Q2 –, Q3 20 Jan 2019; so far 20 Jan 2019 (latest figure)")
                .contains("\"evidence\":\"Register 1.1.1\"");
        reportYear("industries-apa", Map.of("1.1.1", "3", "2.1.1", "85", "M1.1.1", "12", "M1.2.2", "1"));
        assertThatThrownBy(() -> approve("industries-head", "RETURN", null))
                .isInstanceOf(Refusal.class)
                .hasMessage("Please say why you return the annual report.");
        approve("industries-head", "RETURN", "The June payments are missing");
        assertThat(walk.form("industries-apa", "reportYear"))
                .containsEntry("returnedText", "Returned by the head of office: The June payments are missing")
                .hasEntrySatisfying(
                        "annualFigures", rows -> assertThat(rows.toString()).contains("\"fourthQuarter\":\"3\""));
        reportYear("industries-apa", Map.of("1.1.1", "3.25", "2.1.1", "85", "M1.1.1", "12", "M1.2.2", "1"));
        assertThat(walk.task("approveYear")).hasCandidateGroup("industries-heads");
        assertThat(walk.form("industries-head", "approveYear")
                        .get("annualLines")
                        .toString())
                .contains("\"yearFigure\":\"29.75\"", "\"yearFigure\":\"85 %\"", "\"yearFigure\":\"57\"");
        approve("industries-head", "APPROVE", null);

        assertThat(walk.task("evaluateFigures").getDueDate().toInstant())
                .isEqualTo(Instant.parse("2019-08-20T17:59:59Z"));
        assertThat(walk.form("cabinet-reviewer", "evaluateFigures")
                        .get("evaluatedFigures")
                        .toString())
                .contains("\"own\":\"29.75 (Register 1.1.1)\"", "\"evaluatedFigure\":\"29.75\"")
                .contains("30 (100) / 29 (90) / 28 (80) / 27 (70) / 26 (60)");
        evaluateFigures(corrected());
        assertThat(walk.form("technical-committee", "reviewScores"))
                .containsEntry("composite", "94.29")
                .containsEntry("band", "Very Good")
                .hasEntrySatisfying("scoreLines", lines -> assertThat(lines.toString())
                        .contains("\"raw\":\"95.00\"", "\"weighted\":\"45.60\"", "\"evidence\":\"not accepted\""));
        decide("technical-committee", "reviewScores", "technical", "RETURN", "Look at page 15 again");
        assertThat(walk.form("cabinet-reviewer", "evaluateFigures"))
                .containsEntry("returnedText", "Returned by the Technical committee: Look at page 15 again")
                .hasEntrySatisfying("evaluatedFigures", rows -> assertThat(rows.toString())
                        .contains("Page 15 counts two months twice"));
        evaluateFigures(corrected());
        decide("technical-committee", "reviewScores", "technical", "ADOPT", null);
        decide("national-committee", "decideScores", "final", "RETURN", "Hear the ministry first");
        evaluateFigures(corrected());
        decide("technical-committee", "reviewScores", "technical", "ADOPT", null);
        assertThat(evaluations.scoreSheet(key))
                .hasValueSatisfying(sheet -> assertThat(sheet.fixed()).isFalse());
        decide("national-committee", "decideScores", "final", "ADOPT", "Well evaluated");

        assertThat(evaluations.league(YEAR, OfficeLevel.MINISTRY)).isEmpty();
        walk.until("2019-08-30T02:59:59Z");
        assertThat(open).isWaitingAt("publicationDue");
        walk.until("2019-08-30T03:00:00Z");
        assertThat(open).isEnded().hasPassed("resultPublished");

        ScoreSheet sheet = evaluations.scoreSheet(key).orElseThrow();
        assertThat(sheet.fixed()).isTrue();
        assertThat(sheet.composite()).isEqualTo("94.29");
        assertThat(sheet.compositeExact()).isEqualTo("14143/150");
        assertThat(sheet.band()).isEqualTo("Very Good");
        assertThat(sheet.rank()).isEqualTo(1);
        assertThat(sheet.fixedBy()).isEqualTo("national-committee");
        assertThat(sheet.lines())
                .extracting(
                        ScoreSheet.Line::id,
                        ScoreSheet.Line::ownFigure,
                        ScoreSheet.Line::figure,
                        line -> line.rawShown().toPlainString(),
                        line -> line.weightedShown().toPlainString())
                .containsExactly(
                        tuple("1.1.1", "29.75", "29.5", "95.00", "45.60"),
                        tuple("1.1.2", "20 Jan 2019", "20 Jan 2019", "97.33", "9.73"),
                        tuple("2.1.1", "85 %", "85 %", "95.00", "36.10"),
                        tuple("M1.1.1", "57", "57", "94.00", "1.88"),
                        tuple("M1.2.1", "20 Jul 2018", "20 Jul 2018", "97.33", "0.97"),
                        tuple("M1.2.2", "4", "4", "0.00", "0.00"));
        assertThat(sheet.lines().get(0)).satisfies(line -> {
            assertThat(line.explanation()).contains("29.5 lies between 29 (90) and 30 (100)", "Weighted: 95.00 x 48");
            assertThat(line.reason()).isEqualTo("Page 15 counts two months twice");
            assertThat(line.ownEvidence()).isEqualTo("Register 1.1.1");
            assertThat(line.differs()).isTrue();
        });
        assertThat(sheet.lines().get(1).rawExact()).isEqualTo("292/3");
        assertThat(sheet.lines().get(5).explanation()).startsWith("No evidence was given, so the score is 0.00.");
        assertThat(announceResult.compose(key, Map.of())).singleElement().satisfies(letter -> {
            assertThat(letter.to()).containsExactly("apa@industries.example", "secretary@industries.example");
            assertThat(letter.text()).contains("Score: 94.29 (Very Good)", "Place: 1 among 1");
        });
        EvaluationFacts facts = evaluations.evaluation(key).orElseThrow();
        assertThat(facts.annualReports())
                .extracting(
                        EvaluationFacts.AnnualReportFacts::reportedBy,
                        EvaluationFacts.AnnualReportFacts::approved,
                        EvaluationFacts.AnnualReportFacts::decidedBy)
                .containsExactly(
                        tuple("industries-apa", false, "industries-head"),
                        tuple("industries-apa", true, "industries-head"));
        assertThat(facts.annualReports().get(0).figures().get(0).yearFigure()).isEqualTo("29.5");
        assertThat(facts.rounds()).hasSize(3);
        assertThat(facts.decisions())
                .extracting(
                        EvaluationFacts.DecisionFacts::committee,
                        EvaluationFacts.DecisionFacts::round,
                        EvaluationFacts.DecisionFacts::decision)
                .containsExactly(
                        tuple(Committee.TECHNICAL, 1, Adoption.RETURN),
                        tuple(Committee.TECHNICAL, 2, Adoption.ADOPT),
                        tuple(Committee.NATIONAL, 2, Adoption.RETURN),
                        tuple(Committee.TECHNICAL, 3, Adoption.ADOPT),
                        tuple(Committee.NATIONAL, 3, Adoption.ADOPT));
    }

    @Test
    void below_a_ministry_the_superior_s_figures_count_and_no_committee_sits() {
        String key = reported("bsti");
        ProcessInstance open = evaluate(key, "bsti", "industries-apa-team");
        walk.until("2019-07-03T04:00:00Z");
        reportYear("bsti-apa", Map.of("1.1.1", "3.5"));
        approve("bsti-head", "APPROVE", null);
        submitFigures("industries-apa", own());

        assertThat(open).isWaitingAt("publicationDue");
        assertThat(evaluations.scoreSheet(key)).hasValueSatisfying(sheet -> {
            assertThat(sheet.fixed()).isTrue();
            assertThat(sheet.lines().get(0).figure()).isEqualTo("30");
            assertThat(sheet.lines().get(0).rawShown()).isEqualTo("100.00");
        });
    }

    @Test
    void a_late_report_is_reminded_of_and_a_missing_one_does_not_stop_the_evaluation() {
        String key = reported("commerce");
        ProcessInstance open = evaluate(key, "commerce", "cabinet-reviewers");
        walk.until("2019-07-15T17:59:59Z");
        assertThat(remindAnnualReport.compose(key, Map.of())).isEmpty();
        walk.until("2019-07-15T18:00:00Z");
        assertThat(remindAnnualReport.compose(key, Map.of())).singleElement().satisfies(letter -> assertThat(
                        letter.text())
                .contains("was due on 15 July 2019", "taken until 30 July 2019"));
        walk.until("2019-07-20T04:00:00Z");
        reportYear("commerce-apa", Map.of("1.1.1", "3.5"));
        walk.until("2019-07-30T18:00:00Z");

        assertThat(open).isWaitingAt("evaluateFigures").hasPassed("recordMissingAnnualReport");
        assertThat(walk.find("approveYear")).isNull();
        EvaluationFacts facts = evaluations.evaluation(key).orElseThrow();
        assertThat(facts.annualState()).isEqualTo(ReportState.MISSING);
        assertThat(facts.lateNotedAt()).isEqualTo(Instant.parse("2019-07-15T18:00:00Z"));
        assertThat(facts.missingNotedAt()).isEqualTo(Instant.parse("2019-07-30T18:00:00Z"));
        assertThat(facts.answerable()).isEqualTo("commerce-apa");
        assertThat(facts.annualReports()).singleElement().satisfies(report -> {
            assertThat(report.late()).isTrue();
            assertThat(report.approved()).isNull();
        });
        assertThat(walk.form("cabinet-reviewer", "evaluateFigures"))
                .containsEntry("reportText", "The office did not report: you see what its quarterly reports said.")
                .hasEntrySatisfying("evaluatedFigures", rows -> assertThat(rows.toString())
                        .contains("Q1 10, Q2 12.5, Q3 4; so far 26.5", "\"evaluatedFigure\":\"\""));
        walk.until("2019-08-20T18:00:00Z");
        assertThat(open).hasPassed("remindEvaluation", "evaluationReminded");
        assertThat(remindEvaluation.compose(key, Map.of())).singleElement().satisfies(letter -> assertThat(letter.to())
                .containsExactly("apa@cabinet.example"));
        Map<String, Judged> figures = own();
        figures.put("1.1.1", new Judged("26.5", "YES", null));
        figures.replaceAll((id, judged) -> id.equals("1.1.1") ? judged : new Judged("", "YES", null));
        submitFigures("cabinet-reviewer", figures);

        assertThat(evaluations.scoreSheet(key)).hasValueSatisfying(sheet -> {
            assertThat(sheet.lines().get(0).ownFigure()).isEmpty();
            assertThat(sheet.lines().get(0).rawShown()).isEqualTo("65.00");
            assertThat(sheet.lines().get(1).explanation()).startsWith("No figure was reported");
        });
    }

    @Test
    void a_difference_or_a_refused_evidence_without_a_reason_is_refused_by_number() {
        String key = reported("industries");
        evaluate(key, "industries", "cabinet-reviewers");
        walk.until("2019-07-03T04:00:00Z");
        reportYear("industries-apa", Map.of("1.1.1", "3.25", "2.1.1", "85", "M1.1.1", "12", "M1.2.2", "1"));
        approve("industries-head", "APPROVE", null);

        refused(own("1.1.1", new Judged("29.5", "YES", null)), "Indicator 1.1.1: your figure is another");
        refused(own("1.1.1", new Judged("", "YES", null)), "Indicator 1.1.1: your figure is another");
        refused(own("M1.2.2", new Judged("4", "NO", " ")), "Indicator M1.2.2: the evidence is not accepted");
        refused(own("1.1.2", new Judged("soon", "YES", "x")), "Indicator 1.1.2: ");
        refused(own("1.1.1", new Judged("29.75", null, "x")), "Please fill in “Evidence accepted?”");
        evaluateFigures(own("1.1.1", new Judged("29.750", "YES", null)));
        assertThat(evaluations.evaluation(key).orElseThrow().rounds()).hasSize(1);
    }

    @Test
    void whoever_had_a_part_in_the_figures_does_not_judge_them() {
        String key = reported("industries");
        evaluate(key, "industries", "cabinet-reviewers");
        walk.until("2019-07-03T04:00:00Z");
        reportYear("industries-apa", Map.of("1.1.1", "3.25"));
        for (String involved : List.of("industries-apa", "industries-head")) {
            if (involved.equals("industries-head")) {
                approve("industries-head", "APPROVE", null);
            }
            assertThatThrownBy(() -> service.evaluate(key, List.of(), null, involved))
                    .isInstanceOf(Refusal.class)
                    .hasMessage("You reported or approved figures of this agreement; somebody else judges them.");
        }
        submitFigures("cabinet-reviewer", own());
        assertThatThrownBy(() -> service.decide(key, Committee.TECHNICAL, Adoption.ADOPT, null, "cabinet-reviewer"))
                .isInstanceOf(Refusal.class)
                .hasMessageStartingWith("You evaluated these figures yourself");
        decide("technical-committee", "reviewScores", "technical", "ADOPT", null);
        assertThatThrownBy(() -> service.decide(key, Committee.NATIONAL, Adoption.ADOPT, null, "technical-committee"))
                .isInstanceOf(Refusal.class)
                .hasMessageStartingWith("You reviewed these scores in the technical committee");
        assertThatThrownBy(() -> decide("national-committee", "decideScores", "final", "RETURN", null))
                .isInstanceOf(Refusal.class)
                .hasMessage("Please tell the evaluator why the scores are returned.");
    }

    @Test
    void nobody_approves_what_they_reported_themselves() {
        AnnualReport report = new AnnualReport("industries/2018-19", 1, 1, null, false, "officer", Instant.EPOCH);

        assertThatThrownBy(() -> report.decide(Approval.APPROVE, null, "officer", Instant.EPOCH))
                .isInstanceOf(Refusal.class)
                .hasMessage("You reported these figures yourself; somebody else approves them.");
    }

    @Test
    void a_late_result_makes_a_new_edition_and_equal_scores_share_a_place() {
        for (String office : List.of("industries", "commerce")) {
            String key = reported(office);
            ProcessInstance open = evaluate(key, office, "cabinet-reviewers");
            walk.until("2019-07-03T04:00:00Z");
            finish(open, office, "3.25");
        }
        walk.until("2019-08-30T03:00:00Z");
        LeagueTable first = evaluations.league(YEAR, OfficeLevel.MINISTRY).orElseThrow();
        assertThat(first.edition()).isEqualTo(1);
        assertThat(first.rows())
                .extracting(LeagueTable.Row::rank, LeagueTable.Row::name)
                .containsExactly(tuple(1, "Ministry of Commerce"), tuple(1, "Ministry of Industries"));

        String late = reported("housing");
        ProcessInstance open = evaluate(late, "housing", "cabinet-reviewers");
        walk.until("2019-07-03T04:00:00Z");
        finish(open, "housing", "1.25");
        walk.until("2019-09-20T04:00:00Z");

        LeagueTable second = evaluations.league(YEAR, OfficeLevel.MINISTRY).orElseThrow();
        assertThat(second.edition()).isEqualTo(2);
        assertThat(second.becauseOf()).isEqualTo(late);
        assertThat(second.rows())
                .extracting(LeagueTable.Row::rank, LeagueTable.Row::organisation)
                .containsExactly(tuple(1, "commerce"), tuple(1, "industries"), tuple(2, "housing"));
        assertThat(second.worst()).isEqualTo(second.rows().get(2).score());
        assertThat(second.average())
                .isEqualTo(second.rows().stream()
                        .map(LeagueTable.Row::score)
                        .reduce(BigDecimal.ZERO, BigDecimal::add)
                        .divide(BigDecimal.valueOf(3), 2, java.math.RoundingMode.HALF_UP));
        assertThat(evaluations.editions(YEAR, OfficeLevel.MINISTRY)).hasSize(2);
        assertThat(evaluations.editions(YEAR, OfficeLevel.MINISTRY).get(0).rows())
                .hasSize(2);
        assertThat(evaluations.trend("housing"))
                .containsExactly(new TrendPoint(YEAR, second.rows().get(2).score(), 2, false));
    }

    private void finish(ProcessInstance open, String office, String fourth) {
        assertThat(open).isWaitingAt("reportYear");
        reportYear(office + "-apa", Map.of("1.1.1", fourth));
        approve(office + "-head", "APPROVE", null);
        Map<String, Judged> figures = own();
        figures.put(
                "1.1.1",
                new Judged(new BigDecimal("26.5").add(new BigDecimal(fourth)).toPlainString(), "YES", null));
        submitFigures("cabinet-reviewer", figures);
        decide("technical-committee", "reviewScores", "technical", "ADOPT", null);
        decide("national-committee", "decideScores", "final", "ADOPT", null);
    }

    private String reported(String office) {
        YearWalk.at("2018-07-20T04:00:00Z");
        String key = agreements.inForce(office, "2018-19");
        years.reported(key, office + "-apa");
        return key;
    }

    private ProcessInstance evaluate(String key, String office, String reviewers) {
        YearWalk.at("2019-06-01T04:00:00Z");
        return engine.getRuntimeService()
                .startProcessInstanceByKey(
                        EvaluationProcess.KEY,
                        key,
                        Map.of(
                                "organisation",
                                office,
                                "apaTeam",
                                office + "-apa-team",
                                "officeHead",
                                office + "-heads",
                                "reviewers",
                                reviewers));
    }

    private void reportYear(String user, Map<String, String> fourth) {
        String rows = own().keySet().stream()
                .map(id -> "{'reference':'%s','fourthQuarter':'%s','evidence':'Register %s'}"
                        .formatted(id, fourth.getOrDefault(id, ""), id))
                .collect(Collectors.joining(",", "[", "]"));
        walk.submit(user, "reportYear", Map.of("annualFigures", YearWalk.json(rows)));
    }

    private void approve(String user, String decision, String remark) {
        Map<String, Object> form = new HashMap<>();
        form.put("yearApproval", decision);
        form.put("yearRemark", remark);
        walk.submit(user, "approveYear", form);
    }

    private void decide(String user, String task, String prefix, String decision, String remark) {
        Map<String, Object> form = new HashMap<>();
        form.put(prefix + "Decision", decision);
        form.put(prefix + "Remark", remark);
        walk.submit(user, task, form);
    }

    private void refused(Map<String, Judged> figures, String sentence) {
        assertThatThrownBy(() -> evaluateFigures(figures))
                .isInstanceOf(Refusal.class)
                .hasMessageStartingWith(sentence);
    }

    private void evaluateFigures(Map<String, Judged> figures) {
        submitFigures("cabinet-reviewer", figures);
    }

    private void submitFigures(String user, Map<String, Judged> figures) {
        String rows = figures.entrySet().stream()
                .map(entry -> entry.getValue().row(entry.getKey()))
                .collect(Collectors.joining(",", "[", "]"));
        walk.submit(user, "evaluateFigures", Map.of("evaluatedFigures", YearWalk.json(rows)));
    }

    /** What the office says itself after three reported quarters and a fourth of 3.25 (1.1.1), as far as it goes. */
    private Map<String, Judged> own() {
        Map<String, Judged> figures = new LinkedHashMap<>();
        for (String id : List.of("1.1.1", "1.1.2", "2.1.1", "M1.1.1", "M1.2.1", "M1.2.2")) {
            figures.put(id, new Judged(prefilled(id), "YES", null));
        }
        return figures;
    }

    /** As the evaluator's form shows it; before that form is open nothing is known. */
    private String prefilled(String id) {
        if (walk.find("evaluateFigures") == null) {
            return "";
        }
        String rows = walk.form(evaluator(), "evaluateFigures")
                .get("evaluatedFigures")
                .toString();
        String row = rows.substring(rows.indexOf("\"reference\":\"" + id + "\""));
        String figure = row.substring(row.indexOf("\"evaluatedFigure\":\"") + 19);
        return figure.substring(0, figure.indexOf('"'));
    }

    private String evaluator() {
        return engine.getTaskService()
                                .createTaskQuery()
                                .taskDefinitionKey("evaluateFigures")
                                .taskCandidateGroup("cabinet-reviewers")
                                .count()
                        > 0
                ? "cabinet-reviewer"
                : "industries-apa";
    }

    private Map<String, Judged> own(String id, Judged other) {
        Map<String, Judged> figures = own();
        figures.put(id, other);
        return figures;
    }

    private Map<String, Judged> corrected() {
        Map<String, Judged> figures = own();
        figures.put("1.1.1", new Judged("29.5", "YES", "Page 15 counts two months twice"));
        figures.put("M1.2.2", new Judged("4", "NO", "The letters bear no dates"));
        return figures;
    }

    private record Judged(String figure, String accepted, String reason) {

        String row(String id) {
            return "{'reference':'%s','evaluatedFigure':'%s','evidenceAccepted':%s,'differenceReason':%s}"
                    .formatted(id, figure, quoted(accepted), quoted(reason));
        }

        private static String quoted(String text) {
            return text == null ? "null" : "'" + text + "'";
        }
    }
}
