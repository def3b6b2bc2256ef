package org.assent.announcement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.assent.engine.FreshDesk;
import org.assent.engine.Messages;
import org.assent.engine.Refusal;
import org.assent.mail.Message;
import org.assent.nomination.NominationFixture;
import org.assent.project.Modality;
import org.assent.project.ProjectFixture;
import org.assent.screening.ScreeningFixture;
import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.task.Task;
import org.camunda.spin.Spin;
import org.camunda.spin.json.SpinJsonNode;
import org.camunda.spin.plugin.variable.SpinValues;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;

/** Announcement and nominations together: places are offered, confirmed, given back and passed on, by the forms. */
@SpringBootTest
@ExtendWith(FreshDesk.class)
class AnswerToOfferTest {

    @Autowired
    ProjectFixture projects;

    @Autowired
    NominationFixture nominations;

    @Autowired
    ScreeningFixture screenings;

    @Autowired
    ParticipantRegister register;

    @Autowired
    PlaceLetters letters;

    @Autowired
    Messages messages;

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

    private String code = "";

    /** BD-1, IN-1 and LK-1 are offered places; BD-2, TR-1 and LK-2 are alternates. */
    @BeforeEach
    void places_are_offered() {
        code = projects.issued(
                LocalDate.of(2022, 8, 24),
                LocalDate.of(2022, 8, 26),
                LocalDate.of(2022, 8, 3),
                Modality.DIGITAL,
                List.of("LK"),
                List.of("BD", "IN", "TR"),
                2,
                1);
        at("2022-06-01T00:00:00Z");
        for (String economy : List.of("BD", "IN", "LK", "TR")) {
            runtime.createProcessInstanceByKey("nomination")
                    .businessKey(code + "/" + economy)
                    .setVariable("economy", economy)
                    .setVariable("projectCode", code)
                    .execute();
            nominations.submitted(code, economy, economy.equals("BD") || economy.equals("LK") ? 2 : 1);
        }
        runtime.startProcessInstanceByKey(AnnouncementProcess.KEY, code);
        projects.nominationsClosed(code);
        at("2022-08-03T15:00:00Z");
        run("closingDatePassed");
        screenings.approved(code);
        messages.tell(AnnouncementProcess.KEY, code, "announcement.selectionApproved");
        completeProgramme();
        at("2022-08-10T00:00:00Z");
        run("announcementDue");
        run("sendAnnouncement");
    }

    @Test
    void only_npos_with_a_place_are_asked() {
        assertThat(tasks.createTaskQuery()
                        .taskDefinitionKey("confirmParticipation")
                        .list())
                .extracting(Task::getTenantId)
                .containsExactlyInAnyOrder("BD", "IN", "LK");
        assertThat(register.confirmed(code)).isEmpty();
    }

    @Test
    void a_confirmed_participant_takes_part() {
        SpinJsonNode shown = (SpinJsonNode) shown("BD", "confirmParticipation").get("participants");
        assertThat(shown.elements()).singleElement().satisfies(row -> assertThat(
                        row.prop("reference").stringValue())
                .isEqualTo("BD-1"));

        answer("BD", "BD-1", "CONFIRM", "");

        assertThat(register.confirmed(code))
                .extracting(ParticipantFacts::reference)
                .containsExactly("BD-1");
        assertThat(open("BD", "reportWithdrawal")).isNotNull();
    }

    @Test
    void who_withdraws_instead_is_replaced_and_the_npo_is_asked_again() {
        answer("BD", "BD-1", "WITHDRAW", "Called to other duties");
        assertThat(participant("BD-1").replacedBy()).isEqualTo("BD-2");
        run("tellWithdrawal");
        run("tellPromotion");

        SpinJsonNode shown = (SpinJsonNode) shown("BD", "confirmParticipation").get("participants");
        assertThat(shown.elements()).singleElement().satisfies(row -> assertThat(
                        row.prop("reference").stringValue())
                .isEqualTo("BD-2"));
        answer("BD", "BD-2", "CONFIRM", "");
        assertThat(register.confirmed(code))
                .extracting(ParticipantFacts::reference)
                .containsExactly("BD-2");
    }

    @Test
    void a_later_withdrawal_brings_in_another_economy() {
        answer("IN", "IN-1", "CONFIRM", "");
        SpinJsonNode choices = (SpinJsonNode) shown("IN", "reportWithdrawal").get("participantChoices");
        assertThat(choices.elements())
                .extracting(choice -> choice.prop("value").stringValue())
                .containsExactly("IN-1");

        submit("IN", "reportWithdrawal", Map.of("participant", "IN-1", "withdrawalReason", "Illness"));
        run("tellWithdrawal");
        run("tellPromotion");

        assertThat(participant("IN-1").replacedBy()).isEqualTo("TR-1");
        assertThat(open("TR", "confirmParticipation")).isNotNull();
        assertThat(open("IN", "reportWithdrawal")).isNotNull();
        assertThat(letters.withdrawals(code + "/IN"))
                .extracting(Message::key)
                .containsExactly(
                        code + ".tellWithdrawal.IN-1.secretariat",
                        code + ".tellWithdrawal.IN-1.LK",
                        code + ".tellWithdrawal.IN-1.IN");
    }

    @Test
    void an_npo_answers_for_its_own_participants_only_and_for_all_of_them() {
        assertThatThrownBy(() -> answer("BD", "IN-1", "CONFIRM", ""))
                .isInstanceOf(Refusal.class)
                .hasMessage("Your economy has no such participant.");
        assertThatThrownBy(() -> submit("BD", "confirmParticipation", Map.of("participants", json(List.of()))))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("BD-1 is still open");
        assertThatThrownBy(() -> answer("BD", "BD-1", "WITHDRAW", ""))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("say why");
        assertThat(participant("BD-1").state()).isEqualTo(ParticipationState.OFFERED);
    }

    private void completeProgramme() {
        Map<String, String> speaker = Map.of("name", "Hana Sato", "origin", "OVERSEAS");
        SpinJsonNode proposed = (SpinJsonNode) forms.getTaskFormVariables(tasks.createTaskQuery()
                        .taskDefinitionKey("completeProgramme")
                        .singleResult()
                        .getId())
                .get("sessions");
        forms.submitTaskForm(
                tasks.createTaskQuery()
                        .taskDefinitionKey("completeProgramme")
                        .singleResult()
                        .getId(),
                Map.of(
                        "sessions",
                        SpinValues.jsonValue(proposed.toString()).create(),
                        "speakers",
                        json(List.of(speaker))));
    }

    private void answer(String economy, String reference, String answer, String reason) {
        submit(
                economy,
                "confirmParticipation",
                Map.of(
                        "participants",
                        json(List.of(Map.of("reference", reference, "answer", answer, "withdrawalReason", reason)))));
    }

    private void submit(String economy, String task, Map<String, Object> submitted) {
        String id = open(economy, task).getId();
        identity.setAuthentication(
                "npo-" + economy.toLowerCase(Locale.ROOT), List.of("npo-liaison", "host"), List.of(economy));
        try {
            forms.submitTaskForm(id, new HashMap<>(submitted));
        } finally {
            identity.clearAuthentication();
        }
    }

    private Map<String, Object> shown(String economy, String task) {
        return forms.getTaskFormVariables(open(economy, task).getId());
    }

    private Task open(String economy, String task) {
        return tasks.createTaskQuery()
                .tenantIdIn(economy)
                .taskDefinitionKey(task)
                .singleResult();
    }

    private void run(String step) {
        for (Job job : jobs.createJobQuery().activityId(step).list()) {
            jobs.executeJob(job.getId());
        }
    }

    private ParticipantFacts participant(String reference) {
        return register.participants(code).stream()
                .filter(participant -> participant.reference().equals(reference))
                .findFirst()
                .orElseThrow();
    }

    private static Object json(List<?> rows) {
        return SpinValues.jsonValue(Spin.JSON(rows).toString()).create();
    }

    private static void at(String moment) {
        ClockUtil.setCurrentTime(Date.from(Instant.parse(moment)));
    }
}
