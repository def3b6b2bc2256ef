package org.assent.project;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.function.UnaryOperator;
import org.assent.engine.Refusal;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProjectTest {

    private static final LocalDate ISSUE = LocalDate.of(2022, 5, 28);
    private static final Instant NOW = Instant.parse("2022-06-01T03:00:00Z");
    private static final LocalDate TODAY = LocalDate.of(2022, 6, 1);
    private static final List<String> ACTIVE = List.of("IN", "LK", "TR", "VN");

    @ParameterizedTest
    @ValueSource(strings = {"22-CL-15-GE-WSP-A", "16-RP-30-GE-LOM-A", "20-AG-12-GE-WSP-B", "21-IN-01-SPP-TRC-Z"})
    void a_code_has_the_six_parts_of_the_programme(String code) {
        assertThatCode(() -> new Project(code, "Workshop", "programme-officer")).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "22-cl-15-GE-WSP-A",
                "22-CL-15-GE-WSP",
                "2022-CL-15-GE-WSP-A",
                "22-CL-1-GE-WSP-A",
                "22-CL-15-G-WSP-A",
                "22-CL-15-GE-WS-A",
                "22-CL-15-GE-WSP-AB",
                "22 CL 15 GE WSP A",
                "22-CL-15-GE-WSP-A ",
                "",
                "٢٢-CL-15-GE-WSP-A"
            })
    void any_other_code_is_refused_with_an_example(String code) {
        refused(() -> new Project(code, "Workshop", "programme-officer"), "22-CL-15-GE-WSP-A");
    }

    @ParameterizedTest
    @CsvSource({
        "2022-08-26, 2022-08-24, 2022-08-03, 38, 12, The last day lies before",
        "2022-08-24, 2022-08-26, 2022-08-24, 38, 12, must lie before the first day",
        "2022-08-24, 2022-08-26, 2022-08-25, 38, 12, must lie before the first day",
        "2022-08-24, 2022-08-26, 2022-08-03, -1, 12, cannot be negative",
        "2022-08-24, 2022-08-26, 2022-08-03, 38, -1, cannot be negative",
        "2022-08-24, 2022-08-26, 2022-08-03, 0, 0, at least one place",
        "2022-08-24, 2022-08-26, 2022-05-27, 38, 12, closing date for nominations lies in the past",
        "2022-05-27, 2022-05-27, 2022-05-26, 38, 12, first day lies in the past"
    })
    void a_notification_that_cannot_be_is_not_issued(
            LocalDate start, LocalDate end, LocalDate closing, int overseas, int local, String sentence) {
        Project project = drafted(terms(start, end, closing, overseas, local));
        refused(() -> project.issue(ISSUE, ACTIVE, 14, 14, 3), sentence);
    }

    @ParameterizedTest
    @CsvSource({
        "2022-08-24, 2022-08-24, 2022-08-23, 38, 12",
        "2022-05-29, 2022-05-29, 2022-05-28, 0, 1",
        "2022-08-24, 2022-08-26, 2022-08-03, 38, 0"
    })
    void dates_up_to_the_threshold_are_accepted(
            LocalDate start, LocalDate end, LocalDate closing, int overseas, int local) {
        Project project = drafted(terms(start, end, closing, overseas, local));
        project.issue(ISSUE, ACTIVE, 14, 14, 3);
        assertThat(project.state()).isEqualTo(ProjectState.NOTIFIED);
    }

    @Test
    void hosts_and_named_economies_are_active_members() {
        Project project = drafted(ProjectFixture.real());
        refused(() -> project.issue(ISSUE, List.of("IN", "TR"), 14, 14, 3), "must be active members");
    }

    @Test
    void a_revision_is_a_new_version_with_what_was_and_what_is() {
        Project project = issued();
        propose(project, revision("2022-09-07", "2022-09-09", "2022-08-17", 40, false));
        project.decideChange(true, "secretary-general", TODAY, ACTIVE);
        boolean reopened = project.revise(NOW, TODAY, UnaryOperator.identity(), ACTIVE);

        assertThat(reopened).isFalse();
        assertThat(project.state()).isEqualTo(ProjectState.REVISED);
        assertThat(project.latest().number()).isEqualTo(2);
        assertThat(project.latest().terms().reference()).endsWith("-PN2200057-002");
        assertThat(project.changes())
                .allSatisfy(change -> assertThat(change.revision()).isEqualTo(1))
                .extracting(ChangeFacts::clause, ChangeFacts::modification)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(
                                "Timing and duration", "24–26 August 2022 (3 days) → 7–9 September 2022 (3 days)"),
                        org.assertj.core.groups.Tuple.tuple("Overseas participants", "38 → 40"),
                        org.assertj.core.groups.Tuple.tuple(
                                "Closing date for nominations", "3 August 2022 → 17 August 2022"));
        assertThat(project.deadlines().announceOn()).isEqualTo(LocalDate.of(2022, 8, 24));
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "2022-05-31, 2022-09-09, 2022-05-30, -, first day lies in the past",
                "2022-08-24, 2022-08-23, -, -, last day lies before",
                "-, -, 2022-05-31, -, closing date for nominations lies in the past",
                "-, -, 2022-08-24, -, must lie before the first day",
                "2022-08-24, 2022-08-26, 2022-08-03, 38, Nothing is changed"
            })
    void a_revision_refuses_what_a_notification_refuses(
            @Nullable String start,
            @Nullable String end,
            @Nullable String closing,
            @Nullable Integer overseas,
            String sentence) {
        Project project = issued();
        refused(() -> propose(project, revision(start, end, closing, overseas, false)), sentence);
    }

    @Test
    void the_last_day_that_is_not_past_is_today() {
        Project project = issued();
        propose(project, revision(null, null, "2022-06-01", null, false));
        assertThat(project.pending().proposal().closingDate()).isEqualTo(TODAY);
    }

    @Test
    void closed_nominations_are_only_moved_by_reopening_them_and_until_the_selection() {
        Project project = issued();
        project.enter(ProjectState.NOMINATIONS_CLOSED);
        refused(
                () -> propose(project, revision(null, null, "2022-08-10", null, false)),
                "can only be moved by reopening");
        propose(project, revision(null, null, "2022-08-10", null, true));
        project.decideChange(true, "secretary-general", TODAY, ACTIVE);
        assertThat(project.revise(NOW, TODAY, UnaryOperator.identity(), ACTIVE)).isTrue();
        assertThat(project.state()).isEqualTo(ProjectState.REVISED);
        assertThat(project.lastReopening().economies()).isEqualTo(ACTIVE);

        project.enter(ProjectState.NOMINATIONS_CLOSED);
        project.enter(ProjectState.SCREENED);
        refused(() -> propose(project, revision(null, null, "2022-08-12", null, true)), "open a replacement window");
    }

    @Test
    void a_change_is_decided_by_somebody_else_and_one_at_a_time() {
        Project project = issued();
        propose(project, revision(null, null, null, 40, false));
        refused(() -> propose(project, revision(null, null, null, 41, false)), "Another change");
        refused(() -> project.decideChange(true, "programme-officer", TODAY, ACTIVE), "cannot decide on it");
        project.decideChange(false, "secretary-general", TODAY, ACTIVE);
        refused(project::pending, "No change");
    }

    @Test
    void a_date_that_passes_while_the_change_waits_is_refused_at_the_decision() {
        Project project = issued();
        propose(project, revision(null, null, "2022-06-02", null, false));
        refused(
                () -> project.decideChange(true, "secretary-general", LocalDate.of(2022, 6, 3), ACTIVE),
                "lies in the past");
    }

    @Test
    void a_postponed_project_takes_up_its_phase_when_it_goes_on_and_needs_new_dates() {
        Project project = issued();
        project.enter(ProjectState.NOMINATIONS_CLOSED);
        project.postpone();
        project.enter(ProjectState.SCREENED);
        assertThat(project.state()).isEqualTo(ProjectState.POSTPONED);
        refused(
                () -> propose(
                        project,
                        new ChangeProposal(ChangeKind.POSTPONE, "x", null, null, null, null, null, null, false)),
                "postponed already");
        refused(() -> propose(project, revision(null, null, null, 40, false)), "needs new dates");
        propose(project, revision("2022-10-05", "2022-10-07", null, null, false));
        project.decideChange(true, "secretary-general", TODAY, ACTIVE);
        project.revise(NOW, TODAY, UnaryOperator.identity(), ACTIVE);
        assertThat(project.state()).isEqualTo(ProjectState.SCREENED);
    }

    @Test
    void before_the_issue_and_after_the_sessions_have_begun_there_is_only_cancelling() {
        Project planned = drafted(ProjectFixture.real());
        refused(() -> propose(planned, revision(null, null, null, 40, false)), "not been issued yet");
        propose(planned, cancellation());

        Project running = issued();
        List.of(ProjectState.NOMINATIONS_CLOSED, ProjectState.SCREENED, ProjectState.ANNOUNCED, ProjectState.RUNNING)
                .forEach(running::enter);
        refused(() -> propose(running, revision(null, null, null, 40, false)), "sessions have begun");
        propose(running, cancellation());
        running.cancel();
        refused(running::cancel, "over");
        refused(() -> propose(running, cancellation()), "waits for the decision");
    }

    @Test
    void the_phases_follow_each_other_and_every_one_is_reached() {
        Project project = issued();
        refused(() -> project.enter(ProjectState.SCREENED), "not at the point");
        List.of(
                        ProjectState.NOMINATIONS_CLOSED,
                        ProjectState.SCREENED,
                        ProjectState.ANNOUNCED,
                        ProjectState.RUNNING,
                        ProjectState.COMPLETED)
                .forEach(project::enter);
        refused(() -> project.evaluate(6, "Good", "programme-officer"), "from 1 to 5");
        refused(() -> project.evaluate(0, "Good", "programme-officer"), "from 1 to 5");
        project.evaluate(5, "Good", "programme-officer");
        project.archive(TODAY);
        assertThat(project.state()).isEqualTo(ProjectState.ARCHIVED);
    }

    @Test
    void an_overdue_announcement_overtakes_the_record_of_the_screening() {
        Project project = issued();
        List.of(ProjectState.NOMINATIONS_CLOSED, ProjectState.ANNOUNCED, ProjectState.SCREENED)
                .forEach(project::enter);
        assertThat(project.state()).isEqualTo(ProjectState.ANNOUNCED);
    }

    @ParameterizedTest
    @EnumSource(names = {"NOTIFIED", "NOMINATIONS_CLOSED"})
    void replacements_wait_for_the_selection(ProjectState phase) {
        Project project = issued();
        if (phase == ProjectState.NOMINATIONS_CLOSED) {
            project.enter(phase);
        }
        refused(() -> window(project, "2022-08-20", "Illness"), "nobody to replace");
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {"2022-05-31, Illness", "2022-08-24, Illness", "-, Illness", "2022-08-20, ''"})
    void a_window_needs_a_day_before_the_sessions_and_a_reason(@Nullable String until, String reason) {
        Project project = screened();
        assertThatThrownBy(() -> window(project, until, reason)).isInstanceOf(Refusal.class);
    }

    @Test
    void a_window_is_opened_for_those_named_and_for_nobody_else() {
        Project project = screened();
        assertThat(project.openWindow(List.of(), "", null, "po", NOW, TODAY, ACTIVE))
                .isFalse();
        refused(
                () -> project.openWindow(List.of("FJ"), "Illness", LocalDate.of(2022, 8, 20), "po", NOW, TODAY, ACTIVE),
                "Only participating");
        assertThat(window(project, "2022-08-23", "Illness")).isTrue();
        assertThat(project.reopening("TR")).isPresent();
        assertThat(project.reopening("IN")).isEmpty();
    }

    @Test
    void whoever_sends_something_back_says_why() {
        Project project = drafted(ProjectFixture.real());
        refused(
                () -> project.decided(DecisionStep.NOTIFICATION_CHECK, false, " ", "programme-officer", NOW),
                "Please say in the remark");
    }

    private static boolean window(Project project, @Nullable String until, String reason) {
        return project.openWindow(
                List.of("TR"), reason, until == null ? null : LocalDate.parse(until), "po", NOW, TODAY, ACTIVE);
    }

    private static Project screened() {
        Project project = issued();
        project.enter(ProjectState.NOMINATIONS_CLOSED);
        project.enter(ProjectState.SCREENED);
        return project;
    }

    private static Project issued() {
        Project project = drafted(ProjectFixture.real());
        project.issue(ISSUE, ACTIVE, 14, 14, 3);
        return project;
    }

    private static Project drafted(Terms terms) {
        Project project = new Project(ProjectFixture.CODE, "Workshop", "programme-officer");
        project.draft("Workshop", terms);
        return project;
    }

    private static void propose(Project project, ChangeProposal proposal) {
        project.proposeChange(proposal, "programme-officer", TODAY, ACTIVE);
    }

    private static ChangeProposal cancellation() {
        return new ChangeProposal(ChangeKind.CANCEL, "No funds", null, null, null, null, null, null, false);
    }

    private static ChangeProposal revision(
            @Nullable String start,
            @Nullable String end,
            @Nullable String closing,
            @Nullable Integer overseas,
            boolean reopen) {
        return new ChangeProposal(
                ChangeKind.REVISE,
                "Election",
                start == null ? null : LocalDate.parse(start),
                end == null ? null : LocalDate.parse(end),
                closing == null ? null : LocalDate.parse(closing),
                overseas,
                null,
                null,
                reopen);
    }

    private static Terms terms(LocalDate start, LocalDate end, LocalDate closing, int overseas, int local) {
        return new ChangeProposal(ChangeKind.REVISE, "x", start, end, closing, overseas, local, null, false)
                .applied(ProjectFixture.real(), 1);
    }

    private static void refused(org.assertj.core.api.ThrowableAssert.ThrowingCallable act, String sentence) {
        assertThatThrownBy(act).isInstanceOf(Refusal.class).hasMessageContaining(sentence);
    }
}
