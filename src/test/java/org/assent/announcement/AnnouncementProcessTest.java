package org.assent.announcement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.assent.engine.Messages;
import org.assent.engine.ProcessTest;
import org.assent.engine.Refusal;
import org.assent.mail.Message;
import org.assent.nomination.NominationFixture;
import org.assent.nomination.NominationRegister;
import org.assent.project.Modality;
import org.assent.project.ProjectFixture;
import org.assent.project.ProjectRegister;
import org.assent.project.ProjectState;
import org.assent.screening.ScreeningFixture;
import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.history.HistoricVariableInstance;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.camunda.spin.Spin;
import org.camunda.spin.json.SpinJsonNode;
import org.camunda.spin.plugin.variable.SpinValues;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

@ProcessTest(AnnouncementProcess.KEY)
class AnnouncementProcessTest {

    @Autowired
    ProjectFixture projects;

    @Autowired
    NominationRegister candidates;

    @Autowired
    ProjectRegister facts;

    @Autowired
    NominationFixture nominations;

    @Autowired
    ScreeningFixture screenings;

    @Autowired
    ParticipantRegister register;

    @Autowired
    PlaceService places;

    @Autowired
    AnnouncementService announcements;

    @Autowired
    AnnouncementLetters letters;

    @Autowired
    PlaceLetters placeLetters;

    @Autowired
    Messages messages;

    @Autowired
    RuntimeService runtime;

    @Autowired
    TaskService tasks;

    @Autowired
    FormService forms;

    @Autowired
    ManagementService management;

    @Autowired
    HistoryService history;

    @Autowired
    JdbcTemplate jdbc;

    @Autowired
    TransactionTemplate transactions;

    private String code = "";

    /** Two overseas places for BD, IN and TR, one local place in LK; BD and LK have one candidate more than TR, IN. */
    @BeforeEach
    void project() {
        code = projects.issued(
                LocalDate.of(2022, 8, 24),
                LocalDate.of(2022, 8, 26),
                LocalDate.of(2022, 8, 3),
                Modality.DIGITAL,
                List.of("LK"),
                List.of("BD", "IN", "TR"),
                2,
                1);
        nominations.submitted(code, "BD", 2);
        nominations.submitted(code, "IN", 1);
        nominations.submitted(code, "LK", 2);
        nominations.submitted(code, "TR", 1);
        projects.nominationsClosed(code);
        at("2022-06-01T00:00:00Z");
    }

    @Test
    void names_programme_and_speakers_go_out_in_time_and_nobody_is_bothered_before() {
        ProcessInstance announcement = open();
        assertThat(announcement).isWaitingAt("completeProgramme", "selectionApproved", "announcementDue");
        assertThat(announcement).task("completeProgramme").hasCandidateGroup("programme-officers");

        complete("completeProgramme", programme());
        approveSelection();
        fire("2022-08-08T00:00:00Z", "readinessDue");
        assertThat(announcement).hasPassed("readinessFound").hasNotPassed("resolveDelay");
        fire("2022-08-10T00:00:00Z", "announcementDue");
        assertThat(announcement)
                .hasPassedInOrder("announceSelection", "recordAnnounced")
                .isWaitingAt("sendAnnouncement");
        assertThat(facts.project(code).state()).isEqualTo(ProjectState.ANNOUNCED);
        execute("sendAnnouncement");

        assertThat(announcement).hasPassed("offerPlaces").isWaitingAt("sessionsBegin");
        assertThat(register.announcement(code))
                .isEqualTo(new AnnouncementFacts(
                        LocalDate.of(2022, 8, 10), Instant.parse("2022-08-10T00:00:00Z"), false, true));
        assertThat(register.participants(code))
                .extracting(ParticipantFacts::reference)
                .containsExactly("BD-1", "IN-1", "LK-1");
        fire("2022-08-24T03:30:00Z", "sessionsBegin");
        assertThat(announcement).isEnded().hasPassed("sessionsBegun");
    }

    @Test
    void the_programme_is_proposed_from_the_notification_one_session_a_day() {
        open();

        Map<String, Object> shown = shown("completeProgramme");

        assertThat(shown.get("projectDates")).isEqualTo("24 August 2022 to 26 August 2022");
        assertThat(shown.get("hostZone")).isEqualTo("Sri Lanka (Asia/Colombo)");
        SpinJsonNode sessions = (SpinJsonNode) shown.get("sessions");
        assertThat(sessions.elements()).hasSize(3);
        assertThat(sessions.elements().get(1).prop("title").stringValue())
                .isEqualTo("Performance management systems and productivity in the public sector");
        assertThat(sessions.elements().get(1).prop("date").stringValue()).isEqualTo("2022-08-25");
        assertThat(sessions.elements().get(1).prop("start").stringValue()).isEqualTo("14:00");
    }

    @Test
    void a_programme_that_cannot_be_held_is_refused_and_the_task_stays() {
        ProcessInstance announcement = open();
        Map<String, Object> onOneDay = Map.of(
                "sessions",
                List.of(session("Opening", "2022-08-24", "09:00", "12:00")),
                "speakers",
                List.of(speaker()));

        assertThatThrownBy(() -> complete("completeProgramme", onOneDay))
                .isInstanceOf(Refusal.class)
                .hasMessage("There is no session on 25 August 2022. Please add one, or say that the day is free.");
        assertThat(announcement).isWaitingAt("completeProgramme");
        assertThat(register.sessions(code)).isEmpty();
    }

    @Test
    void what_is_not_ready_two_days_before_goes_to_the_secretary_general_and_out_late() {
        ProcessInstance announcement = open();
        approveSelection();
        fire("2022-08-08T00:00:00Z", "readinessDue");
        assertThat(announcement).task("resolveDelay").hasCandidateGroup("secretary-general");
        SpinJsonNode missing = (SpinJsonNode) shown("resolveDelay").get("missing");
        assertThat(missing.elements()).singleElement().satisfies(part -> {
            assertThat(part.prop("what").stringValue()).isEqualTo("The programme and the list of speakers");
            assertThat(part.prop("who").stringValue()).isEqualTo("Programme officers");
        });

        complete("resolveDelay", Map.of("delayInstruction", "Invite Prof. Sato in place of Prof. Lim."));
        execute("sendDelayInstruction");
        assertThat(announcement).hasPassed("delayInstructed");
        assertThat(letters.delayInstructions(code)).singleElement().satisfies(letter -> {
            assertThat(letter.to()).containsExactly("secretariat@example.org");
            assertThat(letter.text()).contains("Invite Prof. Sato", "The programme and the list of speakers");
        });

        fire("2022-08-10T00:00:00Z", "announcementDue");
        assertThat(announcement).isWaitingAt("completeProgramme").hasNotPassed("announceSelection");
        at("2022-08-11T02:00:00Z");
        complete("completeProgramme", programme());
        assertThat(announcement).hasPassed("announceSelection");
        assertThat(register.announcement(code).late()).isTrue();
        assertThat(letter(letters.announcement(code), "IN")).contains("was due on 10 August 2022");
    }

    @Test
    void a_delay_that_nobody_has_resolved_is_over_when_the_announcement_goes_out() {
        ProcessInstance announcement = open();
        complete("completeProgramme", programme());
        fire("2022-08-08T00:00:00Z", "readinessDue");
        assertThat(announcement).isWaitingAt("resolveDelay", "selectionApproved", "announcementDue");

        approveSelection();
        fire("2022-08-10T00:00:00Z", "announcementDue");

        assertThat(announcement)
                .hasPassed("announcedMeanwhile", "delayOver")
                .isWaitingAt("sendAnnouncement")
                .isNotWaitingAt("resolveDelay");
        assertThat(register.announcement(code).late()).isFalse();
    }

    @Test
    void each_npo_reads_its_own_names_and_the_host_all_of_them() {
        announced();

        String toIndia = letter(letters.announcement(code), "IN");
        String toTurkey = letter(letters.announcement(code), "TR");
        String toHost = letter(letters.announcement(code), "LK");

        assertThat(letters.announcement(code)).hasSize(4).allSatisfy(letter -> assertThat(letter.to())
                .hasSize(2));
        assertThat(toIndia)
                .contains(name("IN-1"), "In all, 2 overseas and 1 local participants of 3 economies")
                .contains("3. 25 August 2022, 14:00–17:00 (Tokyo 17:30–20:30): Second day – Hana Sato")
                .contains("Hana Sato, Professor, Institute of Public Sector Studies, Japan (overseas)")
                .doesNotContain("BD-1", "All selected participants");
        assertThat(toTurkey).contains("None of your candidates has been selected", "Your alternates", name("TR-1"));
        assertThat(toHost).contains("All selected participants", name("IN-1") + ", India", name("LK-1"));
    }

    @Test
    void a_withdrawal_promotes_the_next_of_the_same_economy_and_tells_npo_secretariat_and_host() {
        ProcessInstance announcement = announced();

        withdraw("BD", "BD-1");
        assertThat(announcement)
                .hasPassed("assessReplacements", "promoteAlternate")
                .isWaitingAt("tellPromotion");
        execute("tellPromotion");

        assertThat(announcement)
                .hasPassed("offerPromotedPlace", "placePassedOn")
                .isWaitingAt("sessionsBegin")
                .isNotEnded();
        assertThat(participant("BD-1").state()).isEqualTo(ParticipationState.REPLACED);
        assertThat(participant("BD-1").replacedBy()).isEqualTo("BD-2");
        assertThat(participant("BD-2").state()).isEqualTo(ParticipationState.OFFERED);
        assertThat(placeLetters.promotion(code, "BD-1", "BD-2"))
                .extracting(Message::key)
                .containsExactly(
                        code + ".tellPromotion.BD-2.secretariat",
                        code + ".tellPromotion.BD-2.LK",
                        code + ".tellPromotion.BD-2.BD");
        assertThat(letter(placeLetters.promotion(code, "BD-1", "BD-2"), "secretariat"))
                .contains("Called to other duties");
        assertThat(letter(placeLetters.promotion(code, "BD-1", "BD-2"), "LK"))
                .contains("takes the place")
                .doesNotContain("Called to other duties");
    }

    @Test
    void without_an_alternate_of_the_same_economy_the_best_of_all_takes_the_place_and_local_places_stay_local() {
        announced();

        withdraw("IN", "IN-1");
        withdraw("LK", "LK-1");

        assertThat(participant("IN-1").replacedBy()).isEqualTo("TR-1");
        assertThat(participant("LK-1").replacedBy()).isEqualTo("LK-2");
        assertThat(letter(placeLetters.promotion(code, "IN-1", "TR-1"), "TR"))
                .contains("your alternate")
                .doesNotContain(name("IN-1") + " (IN-1");
    }

    @Test
    void with_no_alternate_left_the_place_stays_empty_and_that_is_told() {
        ProcessInstance announcement = announced();
        withdraw("LK", "LK-1");
        withdraw("LK", "LK-2");
        execute("tellEmptyPlace");

        assertThat(announcement).hasPassed("placeLeftEmpty");
        assertThat(participant("LK-2").state()).isEqualTo(ParticipationState.WITHDRAWN);
        assertThat(placeLetters.emptyPlace(code, "LK-2")).hasSize(2);
    }

    @Test
    void nobody_is_promoted_twice_for_one_withdrawal() {
        announced();
        withdraw("BD", "BD-1");

        assertThat(places.promote(code, "BD-1")).isEmpty();
        assertThat(places.promote(code, "IN-1")).isEmpty();
        assertThat(register.participants(code)).hasSize(4);
    }

    @Test
    void two_withdrawals_at_once_neither_lose_nor_double_a_place() throws Exception {
        announced();
        withdraw("BD", "BD-1");
        CyclicBarrier together = new CyclicBarrier(2);
        ExecutorService npos = Executors.newFixedThreadPool(2);
        try {
            List<Future<?>> withdrawals = List.of(
                    npos.submit(() -> withdrawTogether(together, "BD", "BD-2")),
                    npos.submit(() -> withdrawTogether(together, "IN", "IN-1")));
            for (Future<?> withdrawal : withdrawals) {
                withdrawal.get(60, TimeUnit.SECONDS);
            }
        } finally {
            npos.shutdown();
            assertThat(npos.awaitTermination(60, TimeUnit.SECONDS)).isTrue();
        }

        assertThat(List.of(participant("BD-2").state(), participant("IN-1").state()))
                .containsExactlyInAnyOrder(ParticipationState.REPLACED, ParticipationState.WITHDRAWN);
        assertThat(register.participants(code))
                .filteredOn(participant -> !participant.local() && participant.state() == ParticipationState.OFFERED)
                .extracting(ParticipantFacts::reference)
                .containsExactly("TR-1");
    }

    /** One transaction, as the completion of a task is one. */
    private Void withdrawTogether(CyclicBarrier together, String economy, String reference) throws Exception {
        together.await(30, TimeUnit.SECONDS);
        transactions.executeWithoutResult(status -> withdraw(economy, reference));
        return null;
    }

    @Test
    void after_the_sessions_have_begun_nobody_is_promoted() {
        announced();
        at("2022-08-24T03:30:00Z");
        withdraw("BD", "BD-1");

        assertThat(participant("BD-1").state()).isEqualTo(ParticipationState.WITHDRAWN);
        assertThat(register.participants(code)).hasSize(3);
    }

    @Test
    void no_person_stands_in_an_engine_table() {
        announced();
        withdraw("BD", "BD-1");

        assertThat(history.createHistoricVariableInstanceQuery().list())
                .extracting(HistoricVariableInstance::getName)
                .isNotEmpty()
                .doesNotContain(
                        "sessions", "speakers", "delayInstruction", "participant", "participants", "withdrawalReason");
        for (String table : jdbc.queryForList(
                "select table_name from information_schema.tables where lower(table_name) like 'act%'", String.class)) {
            assertThat(jdbc.queryForList("select * from \"" + table + "\"").toString())
                    .as(table)
                    .doesNotContain("Hana Sato", "hana.sato", "Called to other duties", name("BD-1"));
        }
    }

    private ProcessInstance open() {
        return runtime.startProcessInstanceByKey(AnnouncementProcess.KEY, code);
    }

    private ProcessInstance announced() {
        ProcessInstance announcement = open();
        complete("completeProgramme", programme());
        approveSelection();
        fire("2022-08-10T00:00:00Z", "announcementDue");
        execute("sendAnnouncement");
        return announcement;
    }

    private void approveSelection() {
        screenings.approved(code);
        assertThat(messages.tell(AnnouncementProcess.KEY, code, "announcement.selectionApproved"))
                .isTrue();
    }

    /** As the delegate of nomination.bpmn does it. */
    private void withdraw(String economy, String reference) {
        places.withdraw(code, economy, reference, "Called to other duties", "npo");
        messages.tell(
                AnnouncementProcess.KEY, code, "announcement.participantWithdrew", Map.of("participant", reference));
    }

    private Map<String, Object> programme() {
        return Map.of(
                "sessions",
                        List.of(
                                session("First day", "2022-08-24", "09:00", "12:00"),
                                session("First day, visits", "2022-08-24", "13:00", "15:00"),
                                session("Second day", "2022-08-25", "14:00", "17:00"),
                                session("Third day", "2022-08-26", "14:00", "17:00")),
                "freeDays", false,
                "speakers", List.of(speaker()));
    }

    private static Map<String, String> session(String title, String date, String start, String end) {
        return Map.of("title", title, "date", date, "start", start, "end", end, "speaker", "Hana Sato");
    }

    private static Map<String, String> speaker() {
        return Map.of(
                "name",
                "Hana Sato",
                "origin",
                "OVERSEAS",
                "position",
                "Professor",
                "organization",
                "Institute of Public Sector Studies",
                "economy",
                "Japan",
                "email",
                "hana.sato@example.org",
                "bio",
                "Works on performance agreements.");
    }

    private void complete(String task, Map<String, Object> submitted) {
        Map<String, Object> typed = new HashMap<>(submitted);
        // lists arrive as Json, as Tasklist sends them
        typed.replaceAll((key, value) -> value instanceof List<?> rows
                ? SpinValues.jsonValue(Spin.JSON(rows).toString()).create()
                : value);
        forms.submitTaskForm(open(task).getId(), typed);
    }

    private Map<String, Object> shown(String task) {
        return forms.getTaskFormVariables(open(task).getId());
    }

    private Task open(String task) {
        return tasks.createTaskQuery().taskDefinitionKey(task).singleResult();
    }

    private static void at(String moment) {
        ClockUtil.setCurrentTime(Date.from(Instant.parse(moment)));
    }

    /** The timer that is due at this moment, and not before. */
    private void fire(String moment, String timer) {
        at(moment);
        Job due = management.createJobQuery().activityId(timer).singleResult();
        assertThat(due.getDuedate()).isEqualTo(Date.from(Instant.parse(moment)));
        management.executeJob(due.getId());
    }

    private void execute(String step) {
        management.executeJob(
                management.createJobQuery().activityId(step).singleResult().getId());
    }

    private ParticipantFacts participant(String reference) {
        return places.participant(code, reference);
    }

    private String name(String reference) {
        return candidates.candidate(code, reference).orElseThrow().displayName();
    }

    private static String letter(List<Message> letters, String reader) {
        return letters.stream()
                .filter(letter -> letter.key().endsWith("." + reader))
                .findFirst()
                .orElseThrow()
                .text();
    }
}
