package org.assent.nomination;

import static org.assent.nomination.WindowMessage.CLOSING_DATE;
import static org.assent.nomination.WindowMessage.REASON;

import org.assent.engine.BusinessKey;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Opens the record again until another date and sets the timers by it. */
@Component
class ReopenNominationDelegate implements JavaDelegate {

    private final NominationService nominations;

    ReopenNominationDelegate(NominationService nominations) {
        this.nominations = nominations;
    }

    @Override
    public void execute(DelegateExecution execution) {
        NominationProcess.setDates(
                execution,
                nominations.reopen(
                        BusinessKey.projectCode(execution),
                        BusinessKey.economy(execution),
                        CLOSING_DATE.in(execution),
                        REASON.in(execution)));
    }
}
