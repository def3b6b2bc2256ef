package org.assent.agreement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.time.LocalDate;
import java.util.Date;
import java.util.List;
import java.util.Map;
import org.assent.drafting.DocumentRegister;
import org.assent.drafting.VersionFacts;
import org.assent.engine.ProcessTest;
import org.assent.engine.Refusal;
import org.assent.scheme.OfficeLevel;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

@ProcessTest("agreement")
class AgreementProcessTest {

    static final String KEY = "industries/2023-24";

    /** 23:59 on 30 September in Dhaka, and the next day's first minute. */
    private static final String LAST_MINUTE = "2023-09-30T17:59:00Z";

    private static final String TOO_LATE = "2023-09-30T18:00:00Z";

    @Autowired
    AgreementWalk walk;

    @Autowired
    AgreementRegister agreements;

    @Autowired
    DocumentRegister documents;

    @Autowired
    RuntimeService cases;

    @Autowired
    TaskService tasks;

    @Autowired
    HistoryService history;

    @BeforeEach
    void in_the_spring_before_the_fiscal_year() {
        walk.clock("2023-04-20T04:00:00Z");
    }

    @Test
    void an_agreement_is_opened_with_its_calendar_and_goes_to_the_team_of_its_office() {
        ProcessInstance agreement = walk.open("industries-apa", "industries", "2023-24");

        BpmnAwareTests.assertThat(agreement)
                .isWaitingAt("draft")
                .hasPassedInOrder("registerAgreement", "readCalendar", "scheduleAgreement");
        assertThat(agreement.getTenantId()).isEqualTo("industries");
        assertThat(groupsOf(walk.task("draftAgreement"))).containsExactly("industries-apa-team");
        assertThat(walk.task("draftAgreement").getDueDate())
                .isEqualTo(Date.from(agreements.agreement(KEY).dueAt("draftDue").minusSeconds(1)));
        assertThat(cases.getVariables(agreement.getId()))
                .containsEntry("agreementKey", KEY)
                .containsEntry("officeHead", "industries-heads")
                .containsEntry("reviewers", "cabinet-reviewers")
                .containsEntry("counterSignatory", "cabinet-secretary")
                .containsEntry("revision", false)
                .doesNotContainKey("calendar");
        AgreementFacts facts = agreements.agreement(KEY);
        assertThat(facts.state()).isEqualTo(AgreementState.DRAFTING);
        assertThat(facts.schemeCode()).isEqualTo("gpms-2021");
        assertThat(facts.date("q2Due")).isEqualTo(LocalDate.of(2024, 1, 15));
        assertThat(facts.dates()).containsOnlyKeys(CalendarStep.ALL);
    }

    @Test
    void the_cabinet_division_may_open_it_too_and_an_earlier_year_keeps_its_scheme_and_its_dates() {
        walk.open("cabinet-reviewer", "industries", "2020-21");

        AgreementFacts facts = agreements.agreement("industries/2020-21");
        assertThat(facts.schemeCode()).isEqualTo("classic");
        assertThat(facts.date("annualReportDue")).isEqualTo(LocalDate.of(2021, 8, 5));
    }

    @Test
    void below_a_ministry_the_office_above_reviews_and_signs() {
        ProcessInstance agreement = walk.open("bsti-apa", "bsti", "2023-24");

        assertThat(cases.getVariables(agreement.getId()))
                .containsEntry("apaTeam", "bsti-apa-team")
                .containsEntry("reviewers", "industries-apa-team")
                .containsEntry("counterSignatory", "industries-heads");
        assertThat(agreement.getTenantId()).isEqualTo("industries");
        AgreementFacts facts = agreements.agreement("bsti/2023-24");
        assertThat(facts.level()).isEqualTo(OfficeLevel.DEPARTMENT);
        assertThat(facts.date("signingDue")).isEqualTo(LocalDate.of(2023, 6, 25));

        ProcessInstance field = walk.open("bsti-chattogram-apa", "bsti-chattogram", "2023-24");
        assertThat(cases.getVariables(field.getId()))
                .containsEntry("reviewers", "bsti-apa-team")
                .containsEntry("counterSignatory", "bsti-heads");
    }

    @ParameterizedTest(name = "{0} opens {1} {2}: {3}")
    @CsvSource({
        "industries-apa, commerce, 2023-24, is opened by the office's own APA team",
        "bsti-apa, industries, 2023-24, is opened by the office's own APA team",
        "industries-apa, industries, 2023/24, is written with both its years",
        "industries-apa, industries, 2023-25, is written with both its years",
        "industries-apa, industries, 2025-26, is too far ahead",
        "industries-apa, industries, 2012-13, No performance scheme is known",
        "cabinet-reviewer, nowhere, 2023-24, office"
    })
    void what_cannot_be_opened_is_refused_in_words(String user, String organisation, String year, String sentence) {
        assertThatThrownBy(() -> walk.open(user, organisation, year))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining(sentence);
        assertThat(agreements.all()).isEmpty();
        assertThat(cases.createProcessInstanceQuery().count()).isZero();
    }

    @Test
    void an_agreement_is_opened_once_for_an_office_and_a_year() {
        walk.open("industries-apa", "industries", "2023-24");

        assertThatThrownBy(() -> walk.open("cabinet-reviewer", "industries", "2023-24"))
                .isInstanceOf(Refusal.class)
                .hasMessage(
                        "The agreement of the office “Ministry of Industries” for 2023-24 has been opened already.");
        walk.open("industries-apa", "industries", "2022-23");
        assertThat(agreements.all()).hasSize(2);
    }

    @Test
    void a_draft_that_is_returned_and_one_that_is_not_signed_are_taken_up_again_until_both_have_signed() {
        ProcessInstance agreement = walk.open("industries-apa", "industries", "2023-24");
        walk.draft("industries", KEY);
        assertThat(state()).isEqualTo(AgreementState.UNDER_REVIEW);
        walk.review("RETURN", "The basis of the targets is not clear.");

        BpmnAwareTests.assertThat(agreement).isWaitingAt("draft").hasPassed("reopenDraft");
        assertThat(state()).isEqualTo(AgreementState.DRAFTING);
        assertThat(walk.task("draftAgreement").getDueDate())
                .isEqualTo(Date.from(
                        agreements.agreement(KEY).dueAt("finalDraftDue").minusSeconds(1)));

        walk.draft("industries", KEY);
        walk.recommend();
        assertThat(state()).isEqualTo(AgreementState.AWAITING_SIGNATURES);
        walk.submit("industries-head", "signAsHead", Map.of("signature", "REFUSE", "signingRemark", "Budget cut"));
        assertThat(state()).isEqualTo(AgreementState.DRAFTING);

        walk.sign("industries", KEY);
        assertThat(state()).isEqualTo(AgreementState.IN_FORCE);
        BpmnAwareTests.assertThat(agreement).hasPassed("recordInForce").isWaitingAt("monitor");
    }

    @Test
    void a_revision_asked_for_in_the_last_minute_of_september_binds_once_both_have_signed_it() {
        ProcessInstance agreement = inForce();
        int before = documents.inForce(KEY).orElseThrow().number();
        walk.clock(LAST_MINUTE);
        walk.requestRevision("industries-apa", KEY, "The development budget was cut");

        assertThat(groupsOf(walk.task("draftAgreement"))).containsExactly("industries-apa-team");
        assertThat(walk.task("draftAgreement").getDueDate())
                .isEqualTo(Date.from(
                        agreements.agreement(KEY).dueAt("revisionDraftDue").minusSeconds(1)));
        walk.draft("industries", KEY);
        walk.review("RETURN", "Please give the new figure of the budget.");
        walk.draft("industries", KEY);
        walk.recommend();
        walk.signAsHead("industries");
        assertThat(documents.inForce(KEY)).map(VersionFacts::number).contains(before);
        assertThat(agreements.revisions(KEY))
                .extracting(RevisionFacts::state)
                .containsExactly(RevisionFacts.State.OPEN);

        walk.countersign();

        assertThat(documents.inForce(KEY)).map(VersionFacts::number).hasValueSatisfying(number -> assertThat(number)
                .isGreaterThan(before));
        assertThat(agreements.revisions(KEY))
                .extracting(RevisionFacts::reason, RevisionFacts::requestedBy, RevisionFacts::state)
                .containsExactly(
                        tuple("The development budget was cut", "industries-apa", RevisionFacts.State.IN_FORCE));
        assertThat(state()).isEqualTo(AgreementState.IN_FORCE);
        BpmnAwareTests.assertThat(agreement)
                .hasPassed("openRevision", "recordRevision", "revisionInForce")
                .isWaitingAt("monitor");
    }

    @Test
    void a_revision_that_the_reviewer_or_a_signatory_refuses_leaves_the_old_version_in_force() {
        ProcessInstance agreement = inForce();
        int before = documents.inForce(KEY).orElseThrow().number();
        walk.requestRevision("industries-apa", KEY, "Targets are too high");
        walk.draft("industries", KEY);
        walk.review("REFUSE", "Targets are not lowered because they are missed.");
        walk.requestRevision("industries-apa", KEY, "The floods of August");
        walk.draft("industries", KEY);
        walk.recommend();
        walk.signAsHead("industries");
        walk.submit("cabinet-secretary", "countersign", Map.of("signature", "REFUSE", "signingRemark", "Not yet"));

        assertThat(documents.inForce(KEY)).map(VersionFacts::number).contains(before);
        assertThat(agreements.revisions(KEY))
                .extracting(RevisionFacts::state)
                .containsExactly(RevisionFacts.State.REFUSED, RevisionFacts.State.REFUSED);
        assertThat(state()).isEqualTo(AgreementState.IN_FORCE);
        BpmnAwareTests.assertThat(agreement).hasPassed("refuseRevision", "revisionRefused");
    }

    @Test
    void a_revision_is_refused_in_words_after_its_window_without_a_reason_twice_and_to_others() {
        inForce();
        assertNoRevision("commerce-apa", "The budget was cut", "asked for by the APA team");
        assertNoRevision("industries-head", "The budget was cut", "asked for by the APA team");
        assertNoRevision("industries-apa", " ", "Please give the reason");
        walk.clock(TOO_LATE);
        assertNoRevision("industries-apa", "The budget was cut", "could be asked for until 30 September 2023.");
        walk.clock(LAST_MINUTE);
        walk.requestRevision("industries-apa", KEY, "The budget was cut");
        assertNoRevision("industries-apa", "Once more", "Another revision of this agreement is under way");
        assertThat(agreements.revisions(KEY)).hasSize(1);
        assertThatThrownBy(() -> walk.requestRevision("industries-apa", "industries/2019-20", "Why not"))
                .isInstanceOf(Refusal.class)
                .hasMessage("There is no such agreement.");
    }

    @Test
    void a_year_that_nobody_reports_on_is_evaluated_and_published_all_the_same_and_then_closed() {
        ProcessInstance agreement = inForce();
        walk.until("2024-08-01T00:00:00Z");
        walk.evaluate(KEY);
        walk.submit("technical-committee", "reviewScores", Map.of("technicalDecision", "ADOPT"));
        walk.submit("national-committee", "decideScores", Map.of("finalDecision", "ADOPT"));
        assertThat(state()).isEqualTo(AgreementState.IN_FORCE);
        walk.until("2024-09-01T00:00:00Z");

        BpmnAwareTests.assertThat(agreement)
                .isEnded()
                .hasPassedInOrder("monitor", "evaluate", "completeAgreement", "agreementCompleted");
        assertThat(state()).isEqualTo(AgreementState.PUBLISHED);
        assertNoRevision("industries-apa", "Too late", "The case of this agreement is closed");
    }

    @Test
    void what_is_not_signed_yet_is_not_revised() {
        walk.open("industries-apa", "industries", "2023-24");

        assertNoRevision("industries-apa", "The budget was cut", "not in force yet");
    }

    private void assertNoRevision(String user, String reason, String sentence) {
        assertThatThrownBy(() -> walk.requestRevision(user, KEY, reason))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining(sentence);
    }

    private ProcessInstance inForce() {
        ProcessInstance agreement = walk.open("industries-apa", "industries", "2023-24");
        walk.sign("industries", KEY);
        return agreement;
    }

    private AgreementState state() {
        return agreements.agreement(KEY).state();
    }

    private List<String> groupsOf(Task task) {
        return tasks.getIdentityLinksForTask(task.getId()).stream()
                .map(IdentityLink::getGroupId)
                .toList();
    }
}
