package org.assent.nomination;

import static org.assent.nomination.NominationProcess.CHANGE_REASON;
import static org.assent.nomination.NominationProcess.LIST_REOPENED;
import static org.assent.nomination.NominationProcess.NOMINATION_CHANGE;
import static org.assent.nomination.NominationProcess.WITHDRAWN_CANDIDATE;

import org.assent.engine.BusinessKey;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Keeps a withdrawal, or opens the list for a correction. */
@Component
class RecordReconsiderationDelegate implements JavaDelegate {

    private final NominationService nominations;

    RecordReconsiderationDelegate(NominationService nominations) {
        this.nominations = nominations;
    }

    @Override
    public void execute(DelegateExecution execution) {
        boolean reopened = nominations.reconsider(
                BusinessKey.projectCode(execution),
                BusinessKey.economy(execution),
                NOMINATION_CHANGE.in(execution),
                WITHDRAWN_CANDIDATE.find(execution).orElse(""),
                CHANGE_REASON.find(execution).orElse(""));
        LIST_REOPENED.set(execution, reopened);
    }
}
