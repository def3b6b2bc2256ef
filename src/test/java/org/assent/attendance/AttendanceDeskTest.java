package org.assent.attendance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.stream.IntStream;
import org.assent.access.EngineUsers;
import org.assent.announcement.AnnouncementFixture;
import org.assent.engine.Messages;
import org.assent.project.ProjectFixture;
import org.assent.webapp.Desk;
import org.assent.webapp.DeskTest;
import org.assent.webapp.FormRows;
import org.assent.webapp.Official;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@DeskTest
class AttendanceDeskTest {

    @Autowired
    ProjectFixture projects;

    @Autowired
    AnnouncementFixture announcements;

    @Autowired
    AttendanceRegister register;

    @Autowired
    Messages messages;

    @Autowired
    RuntimeService runtime;

    @Autowired
    ManagementService jobs;

    @Autowired
    IdentityService identity;

    @Test
    void the_host_records_two_sessions_and_decides_on_an_objection(Desk desk) {
        String code = projects.issuedAnew();
        announcements.confirmedParticipants(code);
        String attendance = runtime.startProcessInstanceByKey(AttendanceProcess.KEY, code, Map.of("economy", "LK"))
                .getId();

        begin(attendance);
        Official host = desk.login("npo-lk").open("recordAttendance");
        host.see("24 August 2022, 14:00–17:00")
                .fill("Was the session held?", "No, it was not held")
                .fill("Was the session held?", "Yes");
        FormRows participants = host.rows("Participants");
        assertThat(participants.count()).isEqualTo(4);
        assertThat(participants.value(0, "Present?")).isEqualTo("Present");
        participants.fill(row(participants, "TR-1"), "Present?", "Absent");
        host.photograph("recordAttendance").complete();
        assertThat(register.held(code)).containsExactly(1);

        begin(attendance);
        host.open("recordAttendance")
                .fill("Was the session held?", "No, it was not held")
                .fill("Why was it not held?", "The line to the meeting platform was down")
                .photograph("recordAttendance.notHeld")
                .complete();
        assertThat(register.held(code)).containsExactly(1);

        EngineUsers.actAs(identity, "npo-tr");
        messages.tell(
                AttendanceProcess.KEY,
                code,
                "attendance.contested",
                Map.of(
                        "contestedSession",
                        1,
                        "contestedReference",
                        "TR-1",
                        "contestReason",
                        "She spoke twice; the recording shows it"));
        identity.clearAuthentication();
        host.open("correctAttendance")
                .see("She spoke twice; the recording shows it")
                .fill("The entry should read", "Present")
                .fill("Reason for your decision", "The recording was seen; she was there throughout")
                .photograph("correctAttendance")
                .complete();

        assertThat(register.contests(code)).singleElement().satisfies(contest -> {
            assertThat(contest.before()).isEqualTo(Presence.ABSENT);
            assertThat(contest.after()).isEqualTo(Presence.PRESENT);
        });
        assertThat(host.scriptErrors()).isEmpty();
    }

    /** Lets the next session of those still waiting begin. */
    private void begin(String attendance) {
        jobs.executeJob(jobs.createJobQuery()
                .processInstanceId(attendance)
                .activityId("sessionStarts")
                .orderByJobDuedate()
                .asc()
                .list()
                .get(0)
                .getId());
    }

    private static int row(FormRows rows, String reference) {
        return IntStream.range(0, rows.count())
                .filter(row -> rows.value(row, "No.").equals(reference))
                .findFirst()
                .orElseThrow();
    }
}
