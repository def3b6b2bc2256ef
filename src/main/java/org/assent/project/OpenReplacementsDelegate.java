package org.assent.project;

import org.assent.engine.BusinessKey;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Tells the named nominations that they are open for replacements. */
@Component
class OpenReplacementsDelegate implements JavaDelegate {

    private final NominationNews nominations;

    OpenReplacementsDelegate(NominationNews nominations) {
        this.nominations = nominations;
    }

    @Override
    public void execute(DelegateExecution execution) {
        nominations.reopen(BusinessKey.of(execution));
    }
}
