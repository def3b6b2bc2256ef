package org.assent.project;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.assent.engine.ProcessTest;
import org.assent.engine.Refusal;
import org.assent.mail.MailTemplate;
import org.assent.mail.Message;
import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.runtime.JobQuery;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests;
import org.camunda.spin.plugin.variable.SpinValues;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@ProcessTest("project")
class ProjectProcessTest {

    static final String CODE = ProjectFixture.CODE;

    @Autowired
    FormService forms;

    @Autowired
    TaskService tasks;

    @Autowired
    IdentityService users;

    @Autowired
    RepositoryService models;

    @Autowired
    RuntimeService cases;

    @Autowired
    ManagementService jobs;

    @Autowired
    ProjectRegister register;

    @Autowired
    ProjectDesk desk;

    @Autowired
    List<MailTemplate> templates;

    @BeforeEach
    void on_the_day_of_issue() {
        ClockUtil.setCurrentTime(Date.from(Instant.parse("2022-05-28T01:00:00Z")));
    }

    @Test
    void a_notification_is_drafted_checked_approved_and_issued() {
        ProcessInstance project = plan();
        submit("programme-officer", "draftNotification", draft());
        submit("programme-officer", "checkNotification", Map.of("notificationCheck", "IN_ORDER"));
        submit("secretary-general", "approveNotification", Map.of("notificationApproval", "ISSUE"));

        BpmnAwareTests.assertThat(project)
                .isWaitingAt("circulateNotification")
                .hasPassedInOrder("recordDraft", "recordCheck", "issueNotification");
        ProjectFacts facts = register.project(CODE);
        assertThat(facts.state()).isEqualTo(ProjectState.NOTIFIED);
        assertThat(facts.announceOn()).hasToString("2022-08-10");
        assertThat(facts.economies()).hasSize(20);
        assertThat(facts.targetGroups()).contains(OrganizationType.GOVERNMENT);
    }

    @Test
    void a_draft_is_sent_back_by_the_check_and_by_the_secretary_general_only_with_a_remark() {
        ProcessInstance project = plan();
        submit("programme-officer", "draftNotification", draft());
        assertRefused("checkNotification", Map.of("notificationCheck", "RETURN"), "Please say in the remark");
        submit("programme-officer", "checkNotification", Map.of("notificationCheck", "RETURN", "remark", "Venue?"));
        assertThat(forms.getTaskFormVariables(task("draftNotification").getId()))
                .containsEntry("draftNote", "Sent back with the remark: Venue?")
                .containsEntry("startDate", "2022-08-24");
        submit("programme-officer", "draftNotification", draft());
        submit("programme-officer", "checkNotification", Map.of("notificationCheck", "IN_ORDER"));
        submit(
                "secretary-general",
                "approveNotification",
                Map.of("notificationApproval", "RETURN", "remark", "Places?"));
        BpmnAwareTests.assertThat(project).isWaitingAt("draftNotification");
    }

    @Test
    void a_known_code_is_refused_in_words() {
        plan();
        assertThatThrownBy(this::plan).isInstanceOf(Refusal.class).hasMessageContaining("is known already");
    }

    @Test
    void a_revision_moves_every_pending_timer_and_tells_the_npos() {
        ProcessInstance project = opened();
        assertThat(due("nominationsClosed")).isEqualTo("2022-08-03T15:00:00Z");
        desk();
        submit(
                "programme-officer",
                "proposeChange",
                change(
                        "REVISE",
                        Map.of(
                                "startDate",
                                "2022-09-07",
                                "endDate",
                                "2022-09-07",
                                "closingDate",
                                "2022-08-17",
                                "overseasPlaces",
                                3)));
        submit("secretary-general", "decideChange", Map.of("changeDecision", "APPROVE"));
        run("circulateRevision");

        BpmnAwareTests.assertThat(project)
                .hasPassed("moveDeadlines", "revisionIssued")
                .hasNotPassed("reopenNominations");
        assertThat(due("nominationsClosed")).isEqualTo("2022-08-17T15:00:00Z");
        assertThat(dues("closingDatePassed")).hasSize(2).containsOnly(Instant.parse("2022-08-17T15:00:00Z"));
        assertThat(dues("firstReminderDue")).hasSize(2).containsOnly(reminder("2022-08-17", "FIRST"));
        assertThat(due("announcementDue")).isEqualTo("2022-08-24T00:00:00Z");
        assertThat(due("readinessDue")).isEqualTo("2022-08-22T00:00:00Z");
        assertThat(register.changes(CODE)).hasSize(3).allSatisfy(line -> assertThat(line.revision())
                .isEqualTo(1));
        assertThat(letters("circulateRevision"))
                .extracting(Message::key)
                .containsExactly(
                        CODE + ".circulateRevision.1.IN",
                        CODE + ".circulateRevision.1.LK",
                        CODE + ".circulateRevision.1.secretariat");
        assertThat(letters("circulateRevision").get(0).text())
                .contains("- Timing and duration: 24 August 2022 (one day) → 7 September 2022 (one day)")
                .contains("withdraw without blame");
    }

    @Test
    void a_postponement_stops_the_timers_until_a_revision_gives_new_dates() {
        ProcessInstance project = opened();
        desk();
        submit("programme-officer", "proposeChange", change("POSTPONE", Map.of()));
        submit("secretary-general", "decideChange", Map.of("changeDecision", "APPROVE"));
        assertThat(letters("tellPostponement")).hasSize(3);
        run("tellPostponement");

        BpmnAwareTests.assertThat(project).hasPassed("projectPostponed");
        assertThat(register.project(CODE).state()).isEqualTo(ProjectState.POSTPONED);
        assertThat(timers().active().count()).isZero();
        assertThat(timers().suspended().count()).isPositive();

        desk();
        submit(
                "programme-officer",
                "proposeChange",
                change(
                        "REVISE",
                        Map.of("startDate", "2022-10-05", "endDate", "2022-10-05", "closingDate", "2022-09-14")));
        submit("secretary-general", "decideChange", Map.of("changeDecision", "APPROVE"));
        assertThat(timers().suspended().count()).isZero();
        assertThat(due("nominationsClosed")).isEqualTo("2022-09-14T15:00:00Z");
        assertThat(due("announcementDue")).isEqualTo("2022-09-21T00:00:00Z");
        assertThat(register.project(CODE).state()).isEqualTo(ProjectState.REVISED);
    }

    @Test
    void a_cancellation_ends_the_case_with_all_it_called_and_tells_everybody() {
        ProcessInstance project = opened();
        desk();
        submit("programme-officer", "proposeChange", change("CANCEL", Map.of()));
        submit("secretary-general", "decideChange", Map.of("changeDecision", "APPROVE"));
        BpmnAwareTests.assertThat(project).isWaitingAt("tellCancellation");
        assertThat(cases.createProcessInstanceQuery().count()).isEqualTo(1);
        assertThat(tasks.createTaskQuery().count()).isZero();
        assertThat(letters("tellCancellation").get(0).to())
                .containsExactly("npo-in@example.org", "npo-in-head@example.org");
        run("tellCancellation");

        BpmnAwareTests.assertThat(project).isEnded().hasPassed("projectEndedByCancellation");
        assertThat(register.project(CODE).state()).isEqualTo(ProjectState.CANCELLED);
        assertThatThrownBy(this::desk).isInstanceOf(Refusal.class).hasMessageContaining("is over");
    }

    @Test
    void a_change_is_withdrawn_or_refused_and_nothing_changes() {
        ProcessInstance project = issued();
        desk();
        submit("programme-officer", "proposeChange", Map.of("changeKind", "NONE"));
        BpmnAwareTests.assertThat(project).hasPassed("changeWithdrawn");

        desk();
        assertRefused("proposeChange", change("REVISE", Map.of("closingDate", "2022-05-27")), "in the past");
        assertRefused("proposeChange", change("REVISE", Map.of()), "Nothing is changed");
        submit("programme-officer", "proposeChange", change("REVISE", Map.of("venue", "Colombo")));
        assertThat(forms.getTaskFormVariables(task("decideChange").getId()))
                .containsEntry("proposedBy", "Programme Officer")
                .containsEntry("proposedKind", "Revision of the notification");
        submit("secretary-general", "decideChange", Map.of("changeDecision", "REFUSE", "remark", "Too late"));
        BpmnAwareTests.assertThat(project).hasPassed("changeRefused").hasNotPassed("issueRevision");
        assertThat(register.project(CODE).version()).isEqualTo(1);
    }

    @Test
    void a_face_to_face_project_is_announced_four_weeks_ahead() {
        plan();
        Map<String, Object> draft = draft();
        draft.put("modality", "FACE_TO_FACE");
        submit("programme-officer", "draftNotification", draft);
        submit("programme-officer", "checkNotification", Map.of("notificationCheck", "IN_ORDER"));
        submit("secretary-general", "approveNotification", Map.of("notificationApproval", "ISSUE"));

        assertThat(register.project(CODE).announceAt()).isEqualTo("2022-07-27T00:00:00Z");
        assertThat(register.project(CODE).firstReminderAt()).isEqualTo(reminder("2022-08-03", "FIRST"));
    }

    @Test
    void only_a_programme_officer_asks_for_a_change() {
        issued();
        assertThatThrownBy(() -> as("npo-lk", "npo-liaison", () -> desk.requestChange(CODE)))
                .isInstanceOf(Refusal.class)
                .hasMessage("Only a programme officer can ask for this.");
    }

    @Test
    void a_project_goes_through_all_its_phases_with_nominations_reopened_and_a_replacement_window() {
        ProcessInstance project = opened();

        at("2022-08-04T00:00:00+09:00");
        runAll("closingDatePassed");
        run("nominationsClosed");
        assertThat(register.project(CODE).state()).isEqualTo(ProjectState.NOMINATIONS_CLOSED);
        assertThat(task("reviewSelection")).isNotNull();
        desk();
        submit(
                "programme-officer",
                "proposeChange",
                change("REVISE", Map.of("closingDate", "2022-08-07", "reopenNominations", true)));
        submit("secretary-general", "decideChange", Map.of("changeDecision", "APPROVE"));
        run("circulateRevision");
        BpmnAwareTests.assertThat(project).hasPassed("nominationsReopened", "reopenNominations");
        assertThat(task("reviewSelection")).isNull();
        assertThat(tasks.createTaskQuery().taskDefinitionKey("enterCandidates").count())
                .isEqualTo(2);
        assertThat(due("nominationsClosed")).isEqualTo("2022-08-07T15:00:00Z");
        assertThat(dues("closingDatePassed")).hasSize(2).containsOnly(Instant.parse("2022-08-07T15:00:00Z"));
        assertThat(register.project(CODE).state()).isEqualTo(ProjectState.REVISED);
        assertThat(register.reopening(CODE, "IN").orElseThrow().replacement()).isFalse();

        at("2022-08-08T00:00:00+09:00");
        runAll("closingDatePassed");
        run("nominationsClosed");
        submit("programme-officer", "reviewSelection", Map.of("review", "SUBMIT", "changeReason", "Nobody nominated"));
        submit("programme-officer-2", "approveSelection", Map.of("approval", "APPROVE"));
        assertThat(register.project(CODE).state()).isEqualTo(ProjectState.SCREENED);

        replacements();
        submit("programme-officer", "openReplacementWindow", Map.of());
        BpmnAwareTests.assertThat(project).hasPassed("noWindowOpened");
        replacements();
        submit(
                "programme-officer",
                "openReplacementWindow",
                Map.of("windowEconomies", json("[\"IN\"]"), "windowUntil", "2022-08-12", "windowReason", "A dropout"));
        BpmnAwareTests.assertThat(project).hasPassed("openReplacements", "replacementWindowOpened");
        assertThat(tasks.createTaskQuery()
                        .taskDefinitionKey("enterCandidates")
                        .singleResult()
                        .getTenantId())
                .isEqualTo("IN");

        submit(
                "programme-officer",
                "completeProgramme",
                Map.of(
                        "sessions",
                                json(
                                        "[{\"title\":\"Opening\",\"date\":\"2022-08-24\",\"start\":\"14:00\",\"end\":\"17:00\",\"speaker\":\"A. Perera\"}]"),
                        "freeDays", false,
                        "speakers", json("[{\"name\":\"A. Perera\",\"origin\":\"LOCAL\"}]")));
        at("2022-08-10T09:00:00+09:00");
        runAll("readinessDue");
        run("announcementDue");
        assertThat(register.project(CODE).state()).isEqualTo(ProjectState.ANNOUNCED);
        run("sendAnnouncement");
        at("2022-08-13T00:00:00+09:00");
        runAll("closingDatePassed");

        submit("programme-officer", "proposeOverseasExperts", Map.of());
        submitAs("npo-lk", "host", "proposeLocalExperts", Map.of());
        submit("secretary-general", "approveAssignments", Map.of());

        at("2022-08-24T17:30:00+09:00");
        run("sessionsBegin");
        assertThat(register.project(CODE).state()).isEqualTo(ProjectState.RUNNING);
        runAll("sessionStarts");
        submitAs("npo-lk", "host", "recordAttendance", Map.of("held", "HELD"));
        runAll("tellAttendance");
        at("2022-09-30T09:00:00+09:00");
        runAll("contestPeriodOver");
        submit("secretary-general", "signCertificates", Map.of("signOff", "SIGN"));
        runAll("issueCertificates");
        runAll("sendCertificates");
        runAll("tellWithoutCertificate");
        assertThat(register.project(CODE).state()).isEqualTo(ProjectState.COMPLETED);

        submit("programme-officer", "evaluateProject", Map.of("rating", 4, "evaluation", "Nobody came."));
        BpmnAwareTests.assertThat(project)
                .isEnded()
                .hasPassedInOrder("beginSessions", "completeProject", "recordProjectEvaluation", "archiveProject");
        assertThat(register.project(CODE).state()).isEqualTo(ProjectState.ARCHIVED);
    }

    // --- what the tests do

    /** Issued to India and to the host, its letters not yet sent. */
    private ProcessInstance issued() {
        ProcessInstance project = plan();
        Map<String, Object> draft = draft();
        draft.putAll(Map.of(
                "participation",
                "NAMED",
                "namedEconomies",
                json("[\"IN\"]"),
                "endDate",
                "2022-08-24",
                "overseasPlaces",
                1,
                "localPlaces",
                1,
                "topics",
                json("[{\"day\":1,\"topic\":\"Definition\"}]")));
        submit("programme-officer", "draftNotification", draft);
        submit("programme-officer", "checkNotification", Map.of("notificationCheck", "IN_ORDER"));
        submit("secretary-general", "approveNotification", Map.of("notificationApproval", "ISSUE"));
        return project;
    }

    private ProcessInstance opened() {
        ProcessInstance project = issued();
        run("circulateNotification");
        return project;
    }

    private void desk() {
        as("programme-officer", "programme-officers", () -> desk.requestChange(CODE));
    }

    private void replacements() {
        as("programme-officer", "programme-officers", () -> desk.requestReplacements(CODE));
    }

    /** The proposal as the form opens it, with this changed. */
    private Map<String, Object> change(String kind, Map<String, Object> changed) {
        Map<String, Object> form = new HashMap<>();
        Map<String, Object> shown =
                forms.getTaskFormVariables(task("proposeChange").getId());
        for (String key : List.of("startDate", "endDate", "closingDate", "overseasPlaces", "localPlaces", "venue")) {
            form.put(key, shown.get(key));
        }
        form.put("changeKind", kind);
        form.put("changeReason", "Election day");
        form.putAll(changed);
        return form;
    }

    private List<Message> letters(String template) {
        return templates.stream()
                .filter(found -> found.name().equals(template))
                .findFirst()
                .orElseThrow()
                .compose(CODE, Map.of());
    }

    private void at(String moment) {
        ClockUtil.setCurrentTime(Date.from(OffsetDateTime.parse(moment).toInstant()));
    }

    private JobQuery timers() {
        return jobs.createJobQuery().timers();
    }

    private Instant due(String step) {
        return dues(step).stream().findFirst().orElseThrow();
    }

    private List<Instant> dues(String step) {
        return jobs.createJobQuery().activityId(step).list().stream()
                .map(job -> job.getDuedate().toInstant())
                .toList();
    }

    private void run(String step) {
        jobs.executeJob(jobs.createJobQuery().activityId(step).singleResult().getId());
    }

    private void runAll(String step) {
        jobs.createJobQuery().activityId(step).list().forEach(job -> jobs.executeJob(job.getId()));
    }

    private ProcessInstance plan() {
        return as(
                "programme-officer",
                "programme-officers",
                () -> forms.submitStartForm(
                        models.createProcessDefinitionQuery()
                                .processDefinitionKey("project")
                                .latestVersion()
                                .singleResult()
                                .getId(),
                        Map.of("projectCode", CODE, "projectTitle", "Workshop on Performance Management Systems")));
    }

    private void submit(String user, String task, Map<String, Object> values) {
        submitAs(user, user.equals("secretary-general") ? user : "programme-officers", task, values);
    }

    private void submitAs(String user, String group, String task, Map<String, Object> values) {
        as(user, group, () -> {
            forms.submitTaskForm(task(task).getId(), values);
            return user;
        });
    }

    private void assertRefused(String task, Map<String, Object> values, String sentence) {
        assertThatThrownBy(() -> submit("programme-officer", task, values))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining(sentence);
    }

    private Task task(String key) {
        return tasks.createTaskQuery().taskDefinitionKey(key).singleResult();
    }

    private <T> T as(String user, String group, java.util.function.Supplier<T> act) {
        users.setAuthentication(user, List.of(group), user.equals("npo-lk") ? List.of("LK") : List.of("IN", "LK"));
        try {
            return act.get();
        } finally {
            users.clearAuthentication();
        }
    }

    private static Object json(String list) {
        return SpinValues.jsonValue(list).create();
    }

    static Map<String, Object> draft() {
        Terms terms = ProjectFixture.real();
        Map<String, Object> form = new HashMap<>();
        form.put("projectTitle", "Workshop on Performance Management Systems");
        form.put("reference", terms.reference());
        form.put("startDate", "2022-08-24");
        form.put("endDate", "2022-08-26");
        form.put("closingDate", "2022-08-03");
        form.put("modality", "DIGITAL");
        form.put("hosts", json("[\"LK\"]"));
        form.put("participation", "ALL");
        form.put("overseasPlaces", 38);
        form.put("localPlaces", 12);
        form.put("placesPerEconomy", 2);
        form.put("implementingOrganizations", terms.implementing());
        form.put("qualifications", terms.qualifications());
        form.put("targetGroups", json("[\"GOVERNMENT\",\"ACADEMIA\"]"));
        form.put("nominationRule", terms.nominationRule());
        form.put("objectives", terms.objectives());
        form.put("topics", json("[{\"day\":1,\"topic\":\"Definition\"},{\"day\":2,\"topic\":\"Challenges\"}]"));
        form.put("financialArrangements", terms.financialArrangements());
        form.put("signatory", terms.signatory());
        return form;
    }

    /** 09:00 in Tokyo as many days before the closing date as the table's examples say: a process owner may change them. */
    private static Instant reminder(String closing, String which) {
        return leads().filter(row -> row.startsWith(which + ","))
                .map(row -> Long.parseLong(row.split(",")[1]))
                .map(days -> LocalDate.parse(closing)
                        .minusDays(days)
                        .atTime(9, 0)
                        .atZone(ZoneId.of("Asia/Tokyo"))
                        .toInstant())
                .findFirst()
                .orElseThrow();
    }

    private static Stream<String> leads() {
        return new BufferedReader(new InputStreamReader(
                        ProjectProcessTest.class.getResourceAsStream("reminderLead.csv"), StandardCharsets.UTF_8))
                .lines();
    }
}
