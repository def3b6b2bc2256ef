package org.assent.nomination;

import static org.assent.nomination.NominationProcess.PLACES_OFFERED;

import org.assent.engine.BusinessKey;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Opens the record of one economy and sets the dates its timers wait for. */
@Component
class OpenNominationDelegate implements JavaDelegate {

    private final NominationService nominations;

    OpenNominationDelegate(NominationService nominations) {
        this.nominations = nominations;
    }

    @Override
    public void execute(DelegateExecution execution) {
        PLACES_OFFERED.set(execution, false);
        NominationProcess.setDates(
                execution, nominations.open(BusinessKey.projectCode(execution), BusinessKey.economy(execution)));
    }
}
