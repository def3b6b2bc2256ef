package org.assent.nomination;

import static org.assent.nomination.NominationProcess.PLACES_OFFERED;

import org.assent.engine.BusinessKey;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Keeps that places were offered to candidates of the economy. */
@Component
class RecordOfferDelegate implements JavaDelegate {

    private final NominationService nominations;

    RecordOfferDelegate(NominationService nominations) {
        this.nominations = nominations;
    }

    @Override
    public void execute(DelegateExecution execution) {
        nominations.offerPlaces(BusinessKey.projectCode(execution), BusinessKey.economy(execution));
        PLACES_OFFERED.set(execution, true);
    }
}
