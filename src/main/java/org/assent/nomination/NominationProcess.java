package org.assent.nomination;

import java.time.Instant;
import java.util.List;
import org.assent.engine.ProcessVariable;
import org.camunda.bpm.engine.delegate.VariableScope;

/** Every name that nomination.bpmn and its forms share with Java. */
final class NominationProcess {

    static final String KEY = "nomination";

    static final ProcessVariable<Instant> CLOSING_AT = ProcessVariable.moment("closingAt");
    static final ProcessVariable<Instant> FIRST_REMINDER_AT = ProcessVariable.moment("firstReminderAt");
    static final ProcessVariable<Instant> SECOND_REMINDER_AT = ProcessVariable.moment("secondReminderAt");
    static final ProcessVariable<Instant> EVALUATION_DUE_AT = ProcessVariable.moment("evaluationDueAt");

    static final ProcessVariable<Boolean> INCOMPLETE = ProcessVariable.flag("incomplete");
    static final ProcessVariable<Boolean> LIST_REOPENED = ProcessVariable.flag("listReopened");
    static final ProcessVariable<Boolean> PLACES_OFFERED = ProcessVariable.flag("placesOffered");

    static final ProcessVariable<Answer> NOMINATION_ANSWER = ProcessVariable.choice("nominationAnswer", Answer.class);
    static final ProcessVariable<List<Biodata>> CANDIDATES = ProcessVariable.rows("candidates", Biodata.class);

    static final ProcessVariable<Endorsement> ENDORSEMENT = ProcessVariable.choice("endorsement", Endorsement.class);
    static final ProcessVariable<String> ENDORSEMENT_REMARK = ProcessVariable.text("endorsementRemark");
    static final ProcessVariable<String> ENDORSER_NAME = ProcessVariable.text("endorserName");
    static final ProcessVariable<String> ENDORSER_TITLE = ProcessVariable.text("endorserTitle");

    static final ProcessVariable<NominationChange> NOMINATION_CHANGE =
            ProcessVariable.choice("nominationChange", NominationChange.class);
    static final ProcessVariable<String> WITHDRAWN_CANDIDATE = ProcessVariable.text("withdrawnCandidate");
    static final ProcessVariable<String> CHANGE_REASON = ProcessVariable.text("changeReason");

    /** Read by the announcement's delegates, which this model names. */
    static final ProcessVariable<List<Object>> PARTICIPANTS = ProcessVariable.rows("participants", Object.class);

    static final ProcessVariable<String> PARTICIPANT = ProcessVariable.text("participant");
    static final ProcessVariable<String> WITHDRAWAL_REASON = ProcessVariable.text("withdrawalReason");

    static final ProcessVariable<List<Rating>> EVALUATIONS = ProcessVariable.rows("evaluations", Rating.class);

    private NominationProcess() {}

    static void setDates(VariableScope scope, NominationDates dates) {
        CLOSING_AT.set(scope, dates.closingAt());
        FIRST_REMINDER_AT.set(scope, dates.firstReminderAt());
        SECOND_REMINDER_AT.set(scope, dates.secondReminderAt());
    }
}
