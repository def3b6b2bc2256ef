package org.assent.drafting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.groups.Tuple.tuple;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.execute;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.job;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.assent.access.CaseForms;
import org.assent.agreement.AgreementFixture;
import org.assent.agreement.AgreementState;
import org.assent.engine.ProcessTest;
import org.assent.engine.Refusal;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

@ProcessTest(DraftingProcess.KEY)
class DraftingProcessTest {

    private static final String KEY = "industries/2023-24";
    private static final String TEAM = "industries-apa";
    private static final String HEAD = "industries-head";

    @Autowired
    ProcessEngine engine;

    @Autowired
    AgreementFixture agreements;

    @Autowired
    DraftDesk desk;

    @Autowired
    DocumentRegister documents;

    @Autowired
    VersionDesk versions;

    @Autowired
    DraftingMails mails;

    @Autowired
    JdbcTemplate jdbc;

    private ProcessInstance drafting;

    @BeforeEach
    void draftingBegins() {
        ClockUtil.setCurrentTime(Date.from(Instant.parse("2023-05-02T04:00:00Z")));
        agreements.opened("industries", "2023-24");
        drafting = begin();
    }

    @Test
    void a_complete_draft_is_approved_and_becomes_a_version_that_never_changes() {
        assertThat(drafting).isWaitingAt("draftAgreement").task().hasCandidateGroup("industries-apa-team");
        assertThat(desk.open(KEY).revision()).isZero();
        assertThat(desk.open(KEY).needed()).isEqualByComparingTo("70");

        Saved saved = desk.save(KEY, Edited.industries(), 0, TEAM);
        assertThat(saved.findings()).isEmpty();
        declareReady();
        assertThat(drafting).isWaitingAt("approveDraft").task().hasCandidateGroup("industries-heads");
        decide("APPROVE", null);

        assertThat(drafting)
                .isEnded()
                .hasPassedInOrder(
                        "openDraft", "recordAgreementDraft", "recordDraftApproval", "submitDraft", "draftSubmitted");
        VersionFacts version = documents.latest(KEY).orElseThrow();
        assertThat(version.number()).isEqualTo(1);
        assertThat(version.state()).isEqualTo(VersionState.SUBMITTED);
        assertThat(version.submittedBy()).isEqualTo(TEAM);
        assertThat(version.approvedBy()).isEqualTo(HEAD);
        assertThat(version.schemeCode()).isEqualTo("gpms-2021");
        assertThat(version.content()).isEqualTo(Edited.industries());
        assertThat(version.sha256()).isEqualTo(Canonical.hash(KEY, Edited.industries(), "gpms-2021", 1));
        assertThatThrownBy(() -> desk.save(KEY, Content.empty(), 1, TEAM))
                .isInstanceOf(Refusal.class)
                .hasMessage("This draft is closed at present, so nothing was changed.");
    }

    @Test
    void a_version_offers_every_indicator_that_is_scored_and_they_share_a_hundred_marks() {
        submit(Edited.industries());
        List<IndicatorFacts> indicators = documents.version(KEY, 1).indicators();
        assertThat(indicators)
                .filteredOn(indicator -> indicator.plan() == null)
                .hasSize(15)
                .extracting(IndicatorFacts::id)
                .startsWith("1.1.1", "1.1.2", "1.2.1");
        assertThat(indicators)
                .filteredOn(indicator -> "GRS".equals(indicator.plan()))
                .extracting(IndicatorFacts::id)
                .contains("GRS.1", "GRS.5");
        assertThat(indicators.stream().map(IndicatorFacts::share).reduce(BigDecimal.ZERO, BigDecimal::add))
                .isCloseTo(BigDecimal.valueOf(100), org.assertj.core.data.Offset.offset(new BigDecimal("0.0000001")));
    }

    @Test
    void an_incomplete_draft_does_not_leave_the_team() {
        desk.save(
                KEY, Edited.of(Edited.industries()).set("i-urea", "weight", "7").content(), 0, TEAM);
        assertThat(form("draftAgreement"))
                .containsEntry("progress", "Weights total 70 of 70; 1 thing to mend.")
                .containsEntry("dueOn", "31 May 2023")
                .containsEntry("officeName", "Ministry of Industries");

        assertThatThrownBy(this::declareReady)
                .isInstanceOf(Refusal.class)
                .hasMessage(
                        "One thing is still to be mended: The indicators of objective 2 weigh 19, the objective 20.");
        assertThat(drafting).isWaitingAt("draftAgreement");
        assertThat(desk.open(KEY).editable()).isTrue();
    }

    @Test
    void the_head_of_office_returns_a_draft_with_a_remark_that_the_team_sees() {
        desk.save(KEY, Edited.industries(), 0, TEAM);
        declareReady();
        assertThat(form("approveDraft")).containsEntry("progress", "Weights total 70 of 70; nothing to mend.");
        assertThatThrownBy(() -> decide("RETURN", " ")).isInstanceOf(Refusal.class);
        decide("RETURN", "Aim higher for urea");

        assertThat(drafting).isWaitingAt("draftAgreement");
        assertThat(form("draftAgreement"))
                .containsEntry("returned", "**The head of office returned the draft:** Aim higher for urea");
        desk.save(
                KEY,
                Edited.of(Edited.industries()).set("i-urea", "ladder.0", "9.60").content(),
                1,
                TEAM);
        declareReady();
        decide("APPROVE", null);
        assertThat(documents.latest(KEY).orElseThrow().number()).isEqualTo(1);
        assertThat(desk.history(KEY))
                .extracting(DraftEvent::kind, DraftEvent::revision, DraftEvent::by, DraftEvent::remark)
                .contains(
                        tuple(DraftEvent.Kind.SAVED, 1, TEAM, ""),
                        tuple(DraftEvent.Kind.DECLARED_READY, 1, TEAM, ""),
                        tuple(DraftEvent.Kind.SENT_BACK, 1, HEAD, "Aim higher for urea"),
                        tuple(DraftEvent.Kind.SAVED, 2, TEAM, ""),
                        tuple(DraftEvent.Kind.APPROVED, 2, HEAD, ""))
                .hasSize(7);
    }

    @Test
    void the_team_is_reminded_when_the_draft_is_due_and_goes_on_drafting() {
        assertThat(drafting).isWaitingAt("draftAgreement");
        assertThat(job("draftDue", drafting).getDuedate().toInstant()).isEqualTo(Instant.parse("2023-05-31T18:00:00Z"));
        execute(job("draftDue", drafting));
        assertThat(mails.compose(KEY, Map.of())).singleElement().satisfies(letter -> {
            assertThat(letter.key()).isEqualTo(KEY + ".remindDraft.1");
            assertThat(letter.text()).contains("Ministry of Industries", "2023-24");
        });
        execute(job("remindDraft", drafting));
        assertThat(drafting).hasPassed("draftReminded").isWaitingAt("draftAgreement");
    }

    @Test
    void only_the_team_of_the_office_saves() {
        assertThatThrownBy(() -> desk.save(KEY, Edited.industries(), 0, "roads-apa"))
                .isInstanceOf(Refusal.class)
                .hasMessage("Only the APA team of this office changes its draft.");
        assertThatThrownBy(() -> desk.save(KEY, Edited.industries(), 0, HEAD)).isInstanceOf(Refusal.class);
        assertThat(desk.open(KEY).revision()).isZero();
    }

    @Test
    void of_two_who_edit_the_later_is_told_what_changed_by_whom_and_when_and_nothing_is_lost() {
        Content base = Edited.industries();
        desk.save(KEY, base, 0, TEAM);
        Content theirs = Edited.of(base)
                .set("i-urea", "ladder.0", "9.75")
                .set("i-gi", "evidence", "Journal of the office")
                .copy("i-labs", "i-new", "Laboratories visited")
                .content();
        desk.save(KEY, theirs, 1, TEAM);
        Content mine = Edited.of(base)
                .set("i-urea", "ladder.0", "9.40")
                .set("", "vision", "Mine")
                .content();

        DraftConflict conflict = catchThrowableOfType(DraftConflict.class, () -> desk.save(KEY, mine, 1, TEAM));

        assertThat(conflict.revision()).isEqualTo(2);
        assertThat(conflict.content()).isEqualTo(theirs);
        assertThat(conflict.changes())
                .filteredOn(change -> !change.key().equals("i-new"))
                .extracting(Change::number, Change::field, Change::before, Change::theirs, Change::mine, Change::both)
                .containsExactly(
                        tuple("2.1.1", "ladder.0", "9.50", "9.75", "9.40", true),
                        tuple(
                                "3.2.1",
                                "evidence",
                                "Certificates of registration",
                                "Journal of the office",
                                "Certificates of registration",
                                false));
        assertThat(conflict.changes())
                .filteredOn(
                        change -> change.key().equals("i-new") && change.field().equals("item"))
                .extracting(Change::theirs, Change::both)
                .containsExactly(tuple("Laboratories visited", false));
        assertThat(conflict.changes()).allSatisfy(change -> {
            assertThat(change.by()).isEqualTo(TEAM);
            assertThat(change.at()).isEqualTo(Instant.parse("2023-05-02T04:00:00Z"));
        });
        assertThat(desk.open(KEY).content()).isEqualTo(theirs);

        Content merged = Edited.of(theirs)
                .set("i-urea", "ladder.0", "9.40")
                .set("", "vision", "Mine")
                .content();
        assertThat(desk.save(KEY, merged, conflict.revision(), TEAM).revision()).isEqualTo(3);
        assertThat(jdbc.queryForList("select revision from draft_save order by revision", Integer.class))
                .containsExactly(0, 1, 2, 3);
    }

    @Test
    void of_two_saves_at_one_moment_one_is_kept_and_the_other_is_told() {
        Content base = Edited.industries();
        var both = Stream.of("One vision", "Another vision")
                .map(vision -> CompletableFuture.supplyAsync(() -> {
                    try {
                        desk.save(KEY, Edited.of(base).set("", "vision", vision).content(), 0, TEAM);
                        return "kept";
                    } catch (DraftConflict conflict) {
                        return "told";
                    }
                }))
                .toList();
        assertThat(both).extracting(CompletableFuture::join).containsExactlyInAnyOrder("kept", "told");
        assertThat(desk.open(KEY).revision()).isEqualTo(1);
    }

    @Test
    void saving_what_is_there_already_is_no_new_revision() {
        desk.save(KEY, Edited.industries(), 0, TEAM);
        assertThat(desk.save(KEY, Edited.industries(), 1, TEAM).revision()).isEqualTo(1);
        assertThatThrownBy(() -> desk.save(KEY, Edited.industries(), 7, TEAM)).isInstanceOf(Refusal.class);
    }

    @Test
    void a_returned_version_opens_a_draft_that_starts_from_it() {
        submit(Edited.industries());
        versions.returned(KEY, "cabinet-reviewer");
        drafting = begin();

        Opened opened = desk.open(KEY);
        assertThat(opened.editable()).isTrue();
        assertThat(opened.content()).isEqualTo(Edited.industries());
        submit(Edited.of(Edited.industries())
                .set("o-state", "name", "Reliable industries")
                .content());
        assertThat(documents.versions(KEY))
                .extracting(VersionFacts::number, VersionFacts::state, VersionFacts::revision)
                .containsExactly(tuple(1, VersionState.RETURNED, false), tuple(2, VersionState.SUBMITTED, false));
        assertThat(documents.differences(KEY, 1, 2))
                .extracting(Difference::number, Difference::label, Difference::after)
                .containsExactly(tuple("2", "Name", "Reliable industries"));
    }

    @Test
    void a_revision_starts_from_what_is_in_force_and_keeps_its_reason_with_before_and_after() {
        signed();
        agreements.revisionAsked(KEY, "Gas supply was cut", TEAM);
        drafting = begin();
        assertThat(desk.open(KEY).content()).isEqualTo(Edited.industries());
        desk.save(
                KEY,
                Edited.of(Edited.industries())
                        .ladder("i-urea", "8.50", "8.25", "8.00", "7.75", "7.50")
                        .content(),
                desk.open(KEY).revision(),
                TEAM);
        declareReady();
        assertThat(form("approveDraft")).containsEntry("reason", "**Reason for this revision:** Gas supply was cut");
        decide("APPROVE", null);

        VersionFacts revision = documents.latest(KEY).orElseThrow();
        assertThat(revision.revision()).isTrue();
        assertThat(revision.reason()).isEqualTo("Gas supply was cut");
        assertThat(documents.inForce(KEY).orElseThrow().number()).isEqualTo(1);
        assertThat(documents.differences(KEY, 1, 2))
                .extracting(Difference::field, Difference::before, Difference::after)
                .contains(tuple("ladder.0", "9.50", "8.50"))
                .hasSize(5);

        versions.recommended(KEY, "cabinet-reviewer");
        versions.signed(KEY, "cabinet-secretary");
        assertThat(documents.inForce(KEY).orElseThrow().number()).isEqualTo(2);
        assertThat(documents.version(KEY, 1).state()).isEqualTo(VersionState.SUPERSEDED);
    }

    @Test
    void a_refused_revision_leaves_the_old_version_in_force_and_the_next_one_starts_from_that() {
        signed();
        agreements.revisionAsked(KEY, "Gas supply was cut", TEAM);
        drafting = begin();
        submit(Edited.of(Edited.industries())
                .set("i-urea", "name", "Urea, less of it")
                .content());
        versions.refused(KEY, "cabinet-reviewer");
        drafting = begin();

        assertThat(documents.inForce(KEY).orElseThrow().number()).isEqualTo(1);
        assertThat(desk.open(KEY).content()).isEqualTo(Edited.industries());
    }

    @Test
    void a_version_s_words_cannot_be_changed_through_its_entity() {
        submit(Edited.industries());
        VersionFacts before = documents.version(KEY, 1);
        versions.returned(KEY, "cabinet-reviewer");
        VersionFacts after = documents.version(KEY, 1);
        assertThat(after.state()).isEqualTo(VersionState.RETURNED);
        assertThat(after.stateBy()).isEqualTo("cabinet-reviewer");
        assertThat(after.content()).isEqualTo(before.content());
        assertThat(after.sha256()).isEqualTo(before.sha256());
    }

    @Test
    void below_a_ministry_nothing_can_serve_what_the_superior_has_not_submitted() {
        agreements.opened("bsti", "2023-24");
        Edited own = Edited.of(Edited.industries()).set("i-standards", "parentIndicator", "3.1.1");
        assertThat(desk.check("bsti/2023-24", own.content()))
                .extracting(Finding::key, Finding::sentence)
                .contains(
                        tuple(
                                "i-standards",
                                "Indicator 3.1.1: the superior office has not submitted its agreement yet, so nothing can serve it."));
        submit(Edited.industries());
        assertThat(desk.check("bsti/2023-24", own.content()))
                .filteredOn(finding -> finding.field().equals("parentIndicator"))
                .extracting(Finding::key)
                .doesNotContain("i-standards")
                .hasSize(14);
    }

    @Test
    void a_draft_goes_out_as_a_workbook_and_comes_back_the_same() {
        desk.save(KEY, Edited.industries(), 0, TEAM);
        assertThat(desk.fromExcel(KEY, desk.toExcel(KEY))).isEqualTo(Edited.industries());
    }

    private void signed() {
        submit(Edited.industries());
        versions.recommended(KEY, "cabinet-reviewer");
        versions.signed(KEY, "cabinet-secretary");
        agreements.enter(KEY, AgreementState.IN_FORCE);
    }

    private void submit(Content content) {
        desk.save(KEY, content, desk.open(KEY).revision(), TEAM);
        declareReady();
        decide("APPROVE", null);
    }

    private ProcessInstance begin() {
        return engine.getRuntimeService()
                .startProcessInstanceByKey(
                        DraftingProcess.KEY,
                        KEY,
                        Map.of(
                                "organisation", "industries",
                                "apaTeam", "industries-apa-team",
                                "officeHead", "industries-heads",
                                "draftDueAt", Date.from(Instant.parse("2023-05-31T18:00:00Z"))));
    }

    private void declareReady() {
        forms().submit(TEAM, "draftAgreement", Map.of("draftStep", "READY"));
    }

    private void decide(String decision, String remark) {
        forms().submit(
                        HEAD,
                        "approveDraft",
                        remark == null
                                ? Map.of("draftApproval", decision)
                                : Map.of("draftApproval", decision, "draftRemark", remark));
    }

    private Map<String, Object> form(String task) {
        return engine.getFormService().getTaskFormVariables(forms().task(task).getId());
    }

    private CaseForms forms() {
        return CaseForms.ofInstance(engine, drafting.getId());
    }
}
