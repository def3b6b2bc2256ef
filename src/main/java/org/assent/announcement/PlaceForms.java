package org.assent.announcement;

import java.util.List;
import org.assent.engine.ProcessVariable;

/** What the forms of nomination.bpmn that answer our offers share with Java: confirmParticipation, reportWithdrawal. */
final class PlaceForms {

    static final ProcessVariable<List<AnswerLine>> PARTICIPANTS =
            ProcessVariable.rows("participants", AnswerLine.class);
    static final ProcessVariable<String> PARTICIPANT = ProcessVariable.text("participant");
    static final ProcessVariable<String> WITHDRAWAL_REASON = ProcessVariable.text("withdrawalReason");

    private PlaceForms() {}
}
