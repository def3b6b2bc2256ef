package org.assent.attendance;

import java.util.Map;
import org.assent.announcement.ParticipantRegister;
import org.assent.engine.Caller;
import org.assent.engine.Messages;
import org.assent.engine.Refusal;
import org.camunda.bpm.engine.IdentityService;
import org.springframework.stereotype.Component;

/**
 * Contests an entry of the attendance as whoever is logged in: no form, but the control that each NPO has in Tasklist.
 * Public: the case page and the rehearsal use it.
 */
@Component
public class AttendanceObjections {

    private static final String ANOTHERS = "An entry is contested by the NPO whose participant it is about.";

    private final Messages messages;
    private final IdentityService identity;
    private final ParticipantRegister participants;

    AttendanceObjections(Messages messages, IdentityService identity, ParticipantRegister participants) {
        this.messages = messages;
        this.identity = identity;
        this.participants = participants;
    }

    /** Refused for anybody but the liaison officer or head of the participant's NPO, and when nobody listens any more. */
    public void contest(String code, int session, String reference, String reason) {
        Caller caller = Caller.now(identity);
        boolean npo = caller.groups().contains("npo-liaison") || caller.groups().contains("npo-heads");
        boolean own = participants.confirmed(code).stream()
                .anyMatch(participant ->
                        participant.reference().equals(reference) && caller.actsFor(participant.economy()));
        if (!npo || !own) {
            throw new Refusal(ANOTHERS);
        }
        boolean heard = messages.tell(
                AttendanceProcess.KEY,
                code,
                "attendance.contested",
                Map.of("contestedSession", session, "contestedReference", reference, "contestReason", reason));
        if (!heard) {
            throw new Refusal("The time for objections to the attendance of this project is over.");
        }
    }
}
