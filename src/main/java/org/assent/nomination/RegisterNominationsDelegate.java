package org.assent.nomination;

import static org.assent.nomination.NominationProcess.INCOMPLETE;

import org.assent.engine.BusinessKey;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Puts the endorsed list on record. */
@Component
class RegisterNominationsDelegate implements JavaDelegate {

    private final NominationService nominations;

    RegisterNominationsDelegate(NominationService nominations) {
        this.nominations = nominations;
    }

    @Override
    public void execute(DelegateExecution execution) {
        INCOMPLETE.set(
                execution, nominations.register(BusinessKey.projectCode(execution), BusinessKey.economy(execution)));
    }
}
