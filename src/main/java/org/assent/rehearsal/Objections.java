package org.assent.rehearsal;

import java.util.Map;
import org.assent.announcement.ParticipantRegister;
import org.assent.engine.Caller;
import org.assent.engine.Messages;
import org.assent.engine.Refusal;
import org.camunda.bpm.engine.IdentityService;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** Contests an entry of the attendance as whoever is logged in: no form, but the control that each NPO has in Tasklist. */
@Component
@Profile("rehearsal")
class Objections {

    private static final String ANOTHERS = "An entry is contested by the NPO whose participant it is about.";

    private final Messages messages;
    private final IdentityService identity;
    private final ParticipantRegister participants;

    Objections(Messages messages, IdentityService identity, ParticipantRegister participants) {
        this.messages = messages;
        this.identity = identity;
        this.participants = participants;
    }

    void contest(String code, int session, String reference, String reason) {
        Caller caller = Caller.now(identity);
        caller.demand("npo-liaison", ANOTHERS);
        boolean own = participants.confirmed(code).stream()
                .anyMatch(participant ->
                        participant.reference().equals(reference) && caller.actsFor(participant.economy()));
        if (!own) {
            throw new Refusal(ANOTHERS);
        }
        boolean heard = messages.tell(
                "attendance",
                code,
                "attendance.contested",
                Map.of("contestedSession", session, "contestedReference", reference, "contestReason", reason));
        if (!heard) {
            throw new Refusal("The time for objections to the attendance of this project is over.");
        }
    }
}
