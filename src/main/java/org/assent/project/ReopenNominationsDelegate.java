package org.assent.project;

import org.assent.engine.BusinessKey;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Opens the closed nominations again, and stops the screening that had begun. */
@Component
class ReopenNominationsDelegate implements JavaDelegate {

    private final NominationNews nominations;

    ReopenNominationsDelegate(NominationNews nominations) {
        this.nominations = nominations;
    }

    @Override
    public void execute(DelegateExecution execution) {
        nominations.reopenScreening(BusinessKey.of(execution));
        nominations.reopen(BusinessKey.of(execution));
    }
}
