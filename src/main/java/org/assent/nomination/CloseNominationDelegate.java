package org.assent.nomination;

import org.assent.engine.BusinessKey;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Closes what was not submitted by the closing date. */
@Component
class CloseNominationDelegate implements JavaDelegate {

    private final NominationService nominations;

    CloseNominationDelegate(NominationService nominations) {
        this.nominations = nominations;
    }

    @Override
    public void execute(DelegateExecution execution) {
        nominations.close(BusinessKey.projectCode(execution), BusinessKey.economy(execution));
    }
}
