package org.assent.attendance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.execute;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.job;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.assent.access.EngineUsers;
import org.assent.announcement.AnnouncementFixture;
import org.assent.attendance.AttendanceRegister.Outcome;
import org.assent.engine.Messages;
import org.assent.engine.ProcessTest;
import org.assent.engine.Refusal;
import org.assent.project.ProjectFixture;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.camunda.spin.plugin.variable.SpinValues;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@ProcessTest(AttendanceProcess.KEY)
class AttendanceProcessTest {

    @Autowired
    ProcessEngine engine;

    @Autowired
    ProjectFixture projects;

    @Autowired
    AnnouncementFixture announcements;

    @Autowired
    AttendanceRegister attendance;

    @Autowired
    Messages messages;

    private String code;
    private ProcessInstance open;

    @BeforeEach
    void participantsAreConfirmed() {
        ClockUtil.setCurrentTime(Date.from(Instant.parse("2022-08-20T00:00:00Z")));
        code = projects.issued();
        announcements.confirmedParticipants(code);
        open = engine.getRuntimeService()
                .startProcessInstanceByKey(AttendanceProcess.KEY, code, Map.of("economy", "LK"));
    }

    @Test
    void each_session_opens_for_the_host_when_it_starts() {
        assertThat(sessionJobs()).hasSize(3);
        assertThat(sessionJobs().get(0).getDuedate().toInstant()).isEqualTo(Instant.parse("2022-08-24T08:30:00Z"));

        begin(0);

        EngineUsers.actAs(engine.getIdentityService(), "npo-lk");
        Task task = engine.getTaskService().createTaskQuery().singleResult();
        assertThat(task.getTaskDefinitionKey()).isEqualTo("recordAttendance");
        Map<String, Object> form = engine.getFormService().getTaskFormVariables(task.getId());
        assertThat(form.get("presences").toString())
                .contains("LK-1", "BD-1", "TR-1", "VN-1")
                .doesNotContain("NP-1", "IN-1");
        EngineUsers.actAs(engine.getIdentityService(), "npo-bd");
        assertThat(engine.getTaskService().createTaskQuery().count()).isZero();
    }

    @Test
    void a_contested_entry_is_corrected_and_both_entries_are_kept() {
        begin(0);
        record("HELD", rows("PRESENT", "PRESENT", "ABSENT", "PRESENT"));
        begin(0);
        record("HELD", rows("PRESENT", "PRESENT", "PRESENT", "ABSENT"));
        begin(0);
        record("NOT_HELD", "[]");
        assertThat(attendance.outcome(code, "BD-1")).isEqualTo(Outcome.ATTENDED_ALL);
        assertThat(attendance.outcome(code, "TR-1")).isEqualTo(Outcome.ATTENDED_PARTLY);
        execute(job("tellAttendance", open));

        EngineUsers.actAs(engine.getIdentityService(), "npo-tr");
        messages.tell(
                AttendanceProcess.KEY,
                code,
                "attendance.contested",
                Map.of("contestedSession", 1, "contestedReference", "TR-1", "contestReason", "She spoke twice"));
        EngineUsers.actAs(engine.getIdentityService(), "npo-lk");
        Task task = engine.getTaskService()
                .createTaskQuery()
                .taskDefinitionKey("correctAttendance")
                .singleResult();
        assertThat(engine.getFormService().getTaskFormVariables(task.getId()))
                .containsEntry("recordedAs", "absent")
                .containsEntry("contestReason", "She spoke twice");
        engine.getFormService()
                .submitTaskForm(task.getId(), Map.of("corrected", "PRESENT", "correctionReason", "Recording seen"));
        engine.getIdentityService().clearAuthentication();
        execute(job("tellCorrection", open));

        assertThat(attendance.outcome(code, "TR-1")).isEqualTo(Outcome.ATTENDED_ALL);
        assertThat(attendance.contests(code)).singleElement().satisfies(contest -> {
            assertThat(contest.before()).isEqualTo(Presence.ABSENT);
            assertThat(contest.after()).isEqualTo(Presence.PRESENT);
            assertThat(contest.decision()).isEqualTo("Recording seen");
        });
        execute(job("contestPeriodOver", open));
        assertThat(open).isEnded().hasPassed("attendanceClosed", "contestDecided");
    }

    @Test
    void the_report_of_the_meeting_platform_fills_the_form() {
        begin(0);
        ClockUtil.setCurrentTime(Date.from(Instant.parse("2022-08-24T12:00:00Z")));
        hand(
                1,
                """
                Name,Email,Join time,Leave time
                Nimal Perera,nimal.perera@example.org,2022-08-24T14:00:00+05:30,2022-08-24T17:00:00+05:30
                İpek Işık,ipek.isik@example.org,2022-08-24T14:00:00+05:30,2022-08-24T15:00:00+05:30
                """);

        String form = engine.getFormService()
                .getTaskFormVariables(task().getId())
                .get("presences")
                .toString();

        assertThat(form).contains("180 min (100 %)", "60 min (33 %)");
        assertThat(attendance.report(code, 1)).contains("1 of the participants were present long enough");
    }

    @Test
    void a_report_before_the_session_or_after_the_record_is_refused() {
        assertThatThrownBy(() -> hand(1, "Name,Email,Join time,Leave time\n"))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("has not begun yet");
        begin(0);
        record("HELD", rows("PRESENT", "PRESENT", "PRESENT", "PRESENT"));
        ClockUtil.setCurrentTime(Date.from(Instant.parse("2022-08-24T12:00:00Z")));
        assertThatThrownBy(
                        () -> hand(
                                1,
                                "Name,Email,Join time,Leave time\nNimal Perera,nimal.perera@example.org,2022-08-24T14:00:00+05:30,2022-08-24T17:00:00+05:30\n"))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("already been recorded");
    }

    @Test
    void every_participant_needs_an_answer() {
        begin(0);
        assertThatThrownBy(() -> record("HELD", "[{'reference':'LK-1','presence':'PRESENT'}]"))
                .isInstanceOf(Refusal.class)
                .hasMessage("Please say for each participant whether he or she was present.");
        assertThat(attendance.held(code)).isEmpty();
    }

    @Test
    void an_entry_that_is_not_recorded_yet_cannot_be_contested() {
        assertThatThrownBy(() -> messages.tell(
                        AttendanceProcess.KEY,
                        code,
                        "attendance.contested",
                        Map.of("contestedSession", 1, "contestedReference", "TR-1", "contestReason", "x")))
                .isInstanceOf(Refusal.class);
    }

    private void hand(int session, String csv) {
        messages.tell(
                AttendanceProcess.KEY,
                code,
                "attendance.reported",
                Map.of(
                        "reportedSession",
                        session,
                        "report",
                        Base64.getEncoder().encodeToString(csv.getBytes(StandardCharsets.UTF_8))));
    }

    private List<Job> sessionJobs() {
        return engine.getManagementService()
                .createJobQuery()
                .activityId("sessionStarts")
                .orderByJobDuedate()
                .asc()
                .list();
    }

    /** Lets the nth of the sessions still waiting begin. */
    private void begin(int index) {
        engine.getIdentityService().clearAuthentication();
        engine.getManagementService().executeJob(sessionJobs().get(index).getId());
    }

    private void record(String held, String rows) {
        EngineUsers.actAs(engine.getIdentityService(), "npo-lk");
        try {
            Map<String, Object> form = new java.util.HashMap<>();
            form.put("held", held);
            form.put("notHeldReason", held.equals("HELD") ? null : "The line was down");
            form.put("presences", SpinValues.jsonValue(rows.replace('\'', '"')).create());
            engine.getFormService().submitTaskForm(task().getId(), form);
        } finally {
            engine.getIdentityService().clearAuthentication();
        }
    }

    private Task task() {
        return engine.getTaskService()
                .createTaskQuery()
                .taskDefinitionKey("recordAttendance")
                .singleResult();
    }

    /** Bangladesh, Sri Lanka, Türkiye, Vietnam. */
    private static String rows(String... presences) {
        String[] references = {"BD-1", "LK-1", "TR-1", "VN-1"};
        return java.util.stream.IntStream.range(0, references.length)
                .mapToObj(i -> "{'reference':'%s','presence':'%s'}".formatted(references[i], presences[i]))
                .collect(Collectors.joining(",", "[", "]"));
    }
}
