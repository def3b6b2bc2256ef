package org.assent.attendance;

import java.time.Instant;
import java.util.List;
import org.assent.engine.ProcessVariable;

/** Every name that attendance.bpmn and its forms share with Java. */
final class AttendanceProcess {

    static final String KEY = "attendance";
    static final String REPORTED = "attendance.reported";

    static final ProcessVariable<List<Integer>> SESSIONS = ProcessVariable.rows("sessions", Integer.class);
    static final ProcessVariable<Integer> SESSION = ProcessVariable.number("session");
    static final ProcessVariable<Instant> STARTS_AT = ProcessVariable.moment("startsAt");
    static final ProcessVariable<Instant> CONTEST_UNTIL = ProcessVariable.moment("contestUntil");

    static final ProcessVariable<String> HELD = ProcessVariable.text("held");
    static final ProcessVariable<String> NOT_HELD_REASON = ProcessVariable.text("notHeldReason");
    static final ProcessVariable<List<PresenceRow>> PRESENCES = ProcessVariable.rows("presences", PresenceRow.class);

    static final ProcessVariable<Presence> CORRECTED = ProcessVariable.choice("corrected", Presence.class);
    static final ProcessVariable<String> CORRECTION_REASON = ProcessVariable.text("correctionReason");

    private AttendanceProcess() {}

    /** What a message brings, for its transaction only. */
    static final class Brought {
        static final ProcessVariable<Integer> REPORTED_SESSION = ProcessVariable.number("reportedSession");
        static final ProcessVariable<String> REPORT = ProcessVariable.text("report");
        static final ProcessVariable<Integer> CONTESTED_SESSION = ProcessVariable.number("contestedSession");
        static final ProcessVariable<String> CONTESTED_REFERENCE = ProcessVariable.text("contestedReference");
        static final ProcessVariable<String> CONTEST_REASON = ProcessVariable.text("contestReason");
        /** Which objection a task is about; kept with the task's case. */
        static final ProcessVariable<Integer> CONTEST = ProcessVariable.number("contest");

        private Brought() {}
    }
}
