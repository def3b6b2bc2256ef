package org.assent.attendance;

import java.util.Base64;
import java.util.Map;
import org.assent.announcement.ParticipantRegister;
import org.assent.engine.Caller;
import org.assent.engine.Messages;
import org.assent.engine.Refusal;
import org.assent.project.ProjectFacts;
import org.assent.project.ProjectRegister;
import org.camunda.bpm.engine.IdentityService;
import org.springframework.stereotype.Component;

/** Hands the meeting platform's report to the running case. Public: the Tasklist's control uses it too. */
@Component
public class AttendanceReports {

    private static final String NOT_THE_HOST = "Only the host of the project hands in its attendance.";

    private final Messages messages;
    private final ProjectRegister projects;
    private final ParticipantRegister participants;
    private final AttendanceRegister attendance;
    private final IdentityService identity;

    AttendanceReports(
            Messages messages,
            ProjectRegister projects,
            ParticipantRegister participants,
            AttendanceRegister attendance,
            IdentityService identity) {
        this.messages = messages;
        this.projects = projects;
        this.participants = participants;
        this.attendance = attendance;
        this.identity = identity;
    }

    /** Only the host hands in a report; the answer is a sentence on what the report gave. */
    public String hand(String code, int session, byte[] csv) {
        ProjectFacts project =
                projects.find(code).orElseThrow(() -> new Refusal("There is no project with this code."));
        demandHost(project);
        if (participants.sessions(code).stream().noneMatch(facts -> facts.number() == session)) {
            throw new Refusal("The programme has no session with this number.");
        }
        boolean received = messages.tell(
                AttendanceProcess.KEY,
                code,
                AttendanceProcess.REPORTED,
                Map.of("reportedSession", session, "report", Base64.getEncoder().encodeToString(csv)));
        if (!received) {
            throw new Refusal("The attendance of this project is not open.");
        }
        return attendance.report(code, session);
    }

    private void demandHost(ProjectFacts project) {
        Caller caller = Caller.now(identity);
        caller.demand("host", NOT_THE_HOST);
        if (!caller.actsFor(project.host())) {
            throw new Refusal(NOT_THE_HOST);
        }
    }
}
