package org.assent.nomination;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.time.OffsetDateTime;
import java.util.Date;
import java.util.List;
import java.util.Map;
import org.assent.announcement.AnnouncementFixture;
import org.assent.engine.Messages;
import org.assent.engine.ProcessTest;
import org.assent.engine.Refusal;
import org.assent.mail.MailTemplate;
import org.assent.mail.Message;
import org.assent.nomination.NominationFixture.Profile;
import org.assent.project.ProjectFixture;
import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.camunda.spin.Spin;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** An economy's nomination as its officials play it, by its forms and under their own names. */
@ProcessTest("nomination")
class NominationProcessTest {

    private static final ObjectMapper JSON = new ObjectMapper()
            .registerModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS);

    private static final Map<String, Object> ENDORSE =
            Map.of("endorsement", "ENDORSE", "endorserName", "Vikram Singh", "endorserTitle", "Director General");

    @Autowired
    RuntimeService runtime;

    @Autowired
    TaskService tasks;

    @Autowired
    FormService forms;

    @Autowired
    IdentityService identity;

    @Autowired
    ManagementService jobs;

    @Autowired
    Messages messages;

    @Autowired
    NominationRegister register;

    @Autowired
    ProjectFixture projects;

    @Autowired
    AnnouncementFixture announcements;

    @Autowired
    List<MailTemplate> letters;

    private String code = "";
    private ProcessInstance nomination;

    @BeforeEach
    void a_project_is_notified() {
        code = projects.issued();
        at("2022-05-28T12:00:00+09:00");
        nomination = runtime.createProcessInstanceByKey("nomination")
                .businessKey(code + "/IN")
                .setVariable("economy", "IN")
                .setVariable("projectCode", code)
                .execute();
    }

    @Test
    void an_endorsed_list_is_registered_in_order_of_preference() {
        assertThat(nomination).isWaitingAt("enterCandidates").task().hasCandidateGroup("npo-liaison");
        assertThat(nomination.getTenantId()).isEqualTo("IN");
        assertThat(task("enterCandidates").getTenantId()).isEqualTo("IN");

        enter(person(1), person(2));
        assertThat(nomination).isWaitingAt("endorseCandidates").task().hasCandidateGroup("npo-heads");
        assertThat(register.submitted(code)).isEmpty();
        head("endorseCandidates", ENDORSE);

        assertThat(nomination)
                .isWaitingAt("reconsiderNominations")
                .hasPassedInOrder("recordCandidates", "recordEndorsement", "registerNominations");
        assertThat(register.submitted(code))
                .extracting(CandidateFacts::reference, CandidateFacts::rank, CandidateFacts::state)
                .containsExactly(
                        tuple("IN-1", 1, CandidateState.SUBMITTED), tuple("IN-2", 2, CandidateState.SUBMITTED));
        assertThat(register.find(code, "IN").orElseThrow().endorsedBy()).isEqualTo("Vikram Singh, Director General");
    }

    @Test
    void the_list_is_corrected_and_candidates_withdraw_until_the_closing() {
        submitted(person(1), person(2), person(3));

        liaison(
                "reconsiderNominations",
                Map.of(
                        "nominationChange",
                        "WITHDRAW_ONE",
                        "withdrawnCandidate",
                        "IN-1",
                        "changeReason",
                        "Moved to another office"));
        assertThat(nomination).isWaitingAt("reconsiderNominations");
        assertThat(register.submitted(code))
                .extracting(CandidateFacts::reference)
                .containsExactly("IN-2", "IN-3");

        liaison("reconsiderNominations", Map.of("nominationChange", "CORRECT"));
        assertThat(nomination).isWaitingAt("enterCandidates");
        assertThat(form("enterCandidates").get("candidates").toString())
                .contains(person(2).email(), person(3).email())
                .doesNotContain(person(1).email());
        enter(person(3), person(4));
        assertThat(register.submitted(code))
                .extracting(CandidateFacts::reference)
                .containsExactly("IN-2", "IN-3");
        head("endorseCandidates", ENDORSE);

        assertThat(register.submitted(code))
                .extracting(CandidateFacts::reference, CandidateFacts::rank)
                .containsExactly(tuple("IN-3", 1), tuple("IN-4", 2));
        liaison("reconsiderNominations", Map.of("nominationChange", "WITHDRAW_ALL", "changeReason", "No budget"));
        assertThat(register.find(code, "IN").orElseThrow().state()).isEqualTo(CaseState.NOBODY);
    }

    @Test
    void an_npo_nominates_nobody_and_then_somebody_after_all() {
        liaison("enterCandidates", Map.of("nominationAnswer", "NOBODY"));
        assertThat(nomination).isWaitingAt("reconsiderNominations").hasPassed("recordNobody");
        assertThat(register.find(code, "IN").orElseThrow().state()).isEqualTo(CaseState.NOBODY);

        liaison("reconsiderNominations", Map.of("nominationChange", "NOMINATE"));
        enter(person(1));
        head("endorseCandidates", ENDORSE);

        assertThat(register.submitted(code)).hasSize(1);
    }

    @Test
    void the_head_returns_the_list_with_a_remark() {
        enter(person(1));
        assertThatThrownBy(() -> head("endorseCandidates", with(ENDORSE, "endorsement", "RETURN")))
                .isInstanceOf(Refusal.class)
                .hasMessage("Please say in the remark what has to be changed.");
        head(
                "endorseCandidates",
                with(with(ENDORSE, "endorsement", "RETURN"), "endorsementRemark", "Please add a woman."));

        assertThat(nomination).isWaitingAt("enterCandidates");
        assertThat(form("enterCandidates"))
                .containsEntry("noticeText", "Returned by the head of your NPO: Please add a woman.");
        assertThat(form("enterCandidates").get("candidates").toString())
                .contains(person(1).email());
    }

    @Test
    void whoever_entered_the_list_cannot_endorse_it() {
        enter(person(1));
        assertThatThrownBy(() -> submit("npo-in", List.of("npo-liaison", "npo-heads"), "endorseCandidates", ENDORSE))
                .isInstanceOf(Refusal.class)
                .hasMessage(
                        "You completed “Enter the candidates” in this case, so somebody else has to take “Endorse the candidates”.");
        assertThat(nomination).isWaitingAt("endorseCandidates");
    }

    @Test
    void an_incomplete_nomination_is_returned_once() {
        submitted(incomplete(1), person(2));
        assertThat(nomination).isWaitingAt("returnNominations");
        assertThat(letter("returnNominations"))
                .singleElement()
                .satisfies(letter ->
                        assertThat(letter.text()).contains("Candidate 1: present duties, reason and intended use"))
                .satisfies(letter ->
                        assertThat(letter.to()).containsExactly("npo-in@example.org", "npo-in-head@example.org"));
        run("returnNominations");

        assertThat(nomination).isWaitingAt("enterCandidates");
        assertThat(form("enterCandidates").get("noticeText").toString())
                .startsWith("Returned once because something is missing. Candidate 1: present duties");
        enter(incomplete(1), person(2));
        head("endorseCandidates", ENDORSE);

        assertThat(nomination).isWaitingAt("reconsiderNominations");
        assertThat(register.submitted(code))
                .extracting(CandidateFacts::state, CandidateFacts::complete)
                .containsExactly(tuple(CandidateState.INCOMPLETE, false), tuple(CandidateState.SUBMITTED, true));
    }

    @Test
    void who_has_not_answered_is_reminded_twice() {
        at("2022-07-20T09:00:00+09:00");
        run("firstReminderDue");
        assertThat(letter("sendFirstReminder"))
                .singleElement()
                .satisfies(letter -> assertThat(letter.subject()).contains("close on 3 August 2022"))
                .satisfies(letter -> assertThat(letter.key()).isEqualTo(code + "/IN.sendFirstReminder"));
        run("sendFirstReminder");
        at("2022-07-31T09:00:00+09:00");
        run("secondReminderDue");
        assertThat(letter("sendSecondReminder")).hasSize(1);
        submitted(person(1));
        assertThat(letter("sendSecondReminder")).isEmpty();
        run("sendSecondReminder");

        assertThat(nomination)
                .isWaitingAt("reconsiderNominations")
                .hasPassed("firstReminderSent", "secondReminderSent");
    }

    @Test
    void the_reminders_are_due_fourteen_and_three_days_before() {
        assertThat(timer("firstReminderDue").getDuedate()).isEqualTo("2022-07-20T00:00:00Z");
        assertThat(timer("secondReminderDue").getDuedate()).isEqualTo("2022-07-31T00:00:00Z");
        assertThat(timer("closingDatePassed").getDuedate()).isEqualTo("2022-08-03T15:00:00Z");
    }

    @Test
    void a_list_of_the_last_second_counts_and_one_of_midnight_does_not() {
        at("2022-08-03T23:59:59+09:00");
        submitted(person(1));
        liaison("reconsiderNominations", Map.of("nominationChange", "CORRECT"));
        enter(person(2));

        at("2022-08-04T00:00:00+09:00");
        assertThatThrownBy(() -> head("endorseCandidates", ENDORSE))
                .isInstanceOf(Refusal.class)
                .hasMessage("Nominations closed at the end of 3 August 2022, Tokyo time, so nothing more can be"
                        + " submitted or changed.");
        run("closingDatePassed");

        assertThat(nomination).hasPassed("closeNomination").isWaitingFor("nomination.placesOffered");
        assertThat(register.submitted(code))
                .extracting(CandidateFacts::reference)
                .containsExactly("IN-1");
        assertThat(register.find(code, "IN").orElseThrow().note())
                .contains("had been entered but not endorsed; it was closed without being submitted");
    }

    @Test
    void an_economy_without_participants_ends_when_the_sessions_have_been_held() {
        closed();
        assertThat(register.find(code, "IN").orElseThrow().state()).isEqualTo(CaseState.NOT_SUBMITTED);
        assertThat(tell("nomination.sessionsHeld")).isTrue();
        assertThat(nomination).isEnded().hasPassed("nominationEnded");
    }

    @Test
    void participants_confirm_and_one_withdraws_later() {
        participating();
        assertThat(nomination).isWaitingAt("confirmParticipation");
        confirm();
        run("tellWithdrawal");
        assertThat(nomination).isWaitingAt("reportWithdrawal");
        liaison("reportWithdrawal", Map.of("participant", "IN-1", "withdrawalReason", "Illness"));

        run("tellWithdrawal");
        assertThat(nomination)
                .isWaitingAt("reportWithdrawal")
                .hasPassed("recordWithdrawal", "withdrawalReported", "withdrawalTold");
    }

    @Test
    void another_offer_asks_for_another_answer() {
        participating();
        String first = task("confirmParticipation").getId();
        assertThat(tell("nomination.placesOffered")).isTrue();
        assertThat(task("confirmParticipation").getId()).isNotEqualTo(first);
        confirm();
        assertThat(tell("nomination.placesOffered")).isTrue();
        assertThat(nomination).isWaitingAt("confirmParticipation");
    }

    @Test
    void the_participants_evaluate_the_project_without_names() {
        participating();
        at("2022-09-10T12:00:00+09:00");
        assertThat(tell("nomination.sessionsHeld")).isTrue();
        assertThat(nomination).isWaitingAt("submitEvaluation").task().hasDueDate(date("2022-09-24T11:59:59+09:00"));
        assertThatThrownBy(
                        () -> liaison("submitEvaluation", Map.of("evaluations", json(List.of(Map.of("content", "4"))))))
                .isInstanceOf(Refusal.class);
        liaison(
                "submitEvaluation",
                Map.of(
                        "evaluations",
                        json(List.of(rating("5", "4", "3", "2", "Good"), rating("4", "4", "4", "5", "")))));

        assertThat(nomination).isEnded().hasPassed("recordEvaluation", "nominationCompleted");
        assertThat(register.evaluation(code).orElseThrow())
                .isEqualTo(new EvaluationFacts(
                        2,
                        new java.math.BigDecimal("4.5"),
                        new java.math.BigDecimal("4.0"),
                        new java.math.BigDecimal("3.5"),
                        new java.math.BigDecimal("3.5"),
                        List.of("Good")));
    }

    @Test
    void an_evaluation_that_never_comes_holds_nobody_up() {
        participating();
        tell("nomination.sessionsHeld");
        run("evaluationOverdue");
        assertThat(nomination).isEnded().hasPassed("evaluationMissing");
        assertThat(register.evaluation(code)).isEmpty();
    }

    @Test
    void a_window_is_opened_for_an_economy_that_had_closed() {
        closed();
        at("2022-08-12T12:00:00+09:00");
        assertThat(reopen("2022-08-16")).isTrue();

        assertThat(nomination).isWaitingAt("enterCandidates");
        assertThat(timer("closingDatePassed").getDuedate()).isEqualTo("2022-08-16T15:00:00Z");
        assertThat(timer("firstReminderDue").getDuedate()).isEqualTo("2022-08-02T00:00:00Z");
        run("firstReminderDue");
        assertThat(letter("sendFirstReminder")).isEmpty();
        at("2022-08-12T13:00:00+09:00");
        assertThat(letter("sendSecondReminder")).singleElement().satisfies(letter -> assertThat(letter.key())
                .isEqualTo(code + "/IN.sendSecondReminder.1"));
        submitted(person(7));
        assertThat(register.submitted(code)).singleElement().satisfies(candidate -> assertThat(candidate.replacement())
                .isTrue());
        assertThat(form("reconsiderNominations").get("statusText"))
                .isEqualTo("Recorded: 1 candidate submitted, 0 incomplete.");
    }

    @Test
    void a_window_that_has_passed_is_refused() {
        closed();
        assertThatThrownBy(() -> reopen("2022-08-03"))
                .isInstanceOf(Refusal.class)
                .hasMessage("The new closing date has passed already.");
        assertThat(nomination).isWaitingFor("nomination.reopened");
    }

    @Test
    void an_offer_in_a_window_is_not_lost() {
        participating();
        assertThat(reopen("2022-08-15")).isTrue();
        assertThat(nomination).isWaitingAt("enterCandidates");
        assertThat(tell("nomination.placesOffered")).isTrue();
        assertThat(nomination).isWaitingAt("enterCandidates").hasPassed("noteEarlyOffer");

        at("2022-08-13T12:00:00+09:00");
        assertThat(reopen("2022-08-16")).isTrue();
        assertThat(nomination).isWaitingAt("enterCandidates");
        assertThat(timer("closingDatePassed").getDuedate()).isEqualTo("2022-08-16T15:00:00Z");
        at("2022-08-17T00:00:00+09:00");
        run("closingDatePassed");

        assertThat(nomination).isWaitingAt("confirmParticipation");
    }

    @Test
    void the_liaison_officer_sees_what_the_project_asks_for() {
        assertThat(form("enterCandidates"))
                .containsEntry("economyName", "India")
                .containsEntry("placesText", "An economy usually gets 2 places; you may nominate more.")
                .containsEntry("closingText", "Nominations close at the end of 3 August 2022, Tokyo time.")
                .containsEntry("noticeText", "")
                .doesNotContainKey("candidates");
        enter(person(1), person(2), person(3));
        assertThat(form("endorseCandidates").get("quotaText").toString()).contains("3 candidates", "places is 2");
        assertThat(form("endorseCandidates").get("candidateRows").toString())
                .contains(person(1).displayName(), "Master");
    }

    // --- what the tests do

    private void submitted(Biodata... people) {
        enter(people);
        head("endorseCandidates", ENDORSE);
    }

    private void closed() {
        at("2022-08-04T00:00:00+09:00");
        run("closingDatePassed");
    }

    /** IN-1 of the announcement's fixture has been offered a place. */
    private void participating() {
        closed();
        announcements.confirmedParticipants(code);
        at("2022-08-10T12:00:00+09:00");
        assertThat(tell("nomination.placesOffered")).isTrue();
    }

    private void confirm() {
        liaison(
                "confirmParticipation",
                Map.of("participants", json(List.of(Map.of("reference", "IN-1", "answer", "CONFIRM")))));
    }

    private void enter(Biodata... people) {
        liaison("enterCandidates", Map.of("nominationAnswer", "CANDIDATES", "candidates", json(List.of(people))));
    }

    private void liaison(String task, Map<String, Object> values) {
        submit("npo-in", List.of("npo-liaison", "host"), task, values);
    }

    private void head(String task, Map<String, Object> values) {
        submit("npo-in-head", List.of("npo-heads", "host"), task, values);
    }

    private void submit(String user, List<String> groups, String task, Map<String, Object> values) {
        String id = task(task).getId();
        identity.setAuthentication(user, groups, List.of("IN"));
        try {
            forms.submitTaskForm(id, values);
        } finally {
            identity.clearAuthentication();
        }
    }

    private Map<String, Object> form(String task) {
        return forms.getTaskFormVariables(task(task).getId());
    }

    private Task task(String key) {
        return tasks.createTaskQuery()
                .processInstanceId(nomination.getId())
                .taskDefinitionKey(key)
                .singleResult();
    }

    private boolean tell(String message) {
        return messages.tell("nomination", code + "/IN", message);
    }

    private boolean reopen(String closingDate) {
        return messages.tell(
                "nomination",
                code + "/IN",
                "nomination.reopened",
                Map.of("closingDate", closingDate, "reason", "A participant cannot come"));
    }

    private void run(String step) {
        jobs.executeJob(timer(step).getId());
    }

    private Job timer(String step) {
        return jobs.createJobQuery()
                .processInstanceId(nomination.getId())
                .activityId(step)
                .singleResult();
    }

    private List<Message> letter(String template) {
        return letters.stream()
                .filter(letter -> letter.name().equals(template))
                .findFirst()
                .orElseThrow()
                .compose(code + "/IN", Map.of());
    }

    private static Map<String, Object> with(Map<String, Object> values, String key, Object value) {
        Map<String, Object> changed = new java.util.HashMap<>(values);
        changed.put(key, value);
        return changed;
    }

    private static Map<String, Object> rating(
            String content, String speakers, String organization, String use, String text) {
        return Map.of(
                "content",
                content,
                "speakers",
                speakers,
                "organization",
                organization,
                "usefulness",
                use,
                "comments",
                text);
    }

    private static Object json(Object value) {
        try {
            return Spin.JSON(JSON.writeValueAsString(value));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Biodata person(int n) {
        return NominationFixture.biodata("IN", n, Profile.strong());
    }

    private static Biodata incomplete(int n) {
        return NominationFixture.biodata("IN", n, Profile.strong().incomplete());
    }

    private static void at(String time) {
        ClockUtil.setCurrentTime(date(time));
    }

    private static Date date(String time) {
        return Date.from(OffsetDateTime.parse(time).toInstant());
    }
}
