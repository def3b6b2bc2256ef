package org.assent.nomination;

import static org.assent.nomination.NominationProcess.PLACES_OFFERED;

import org.assent.engine.BusinessKey;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Keeps an offer that came while nominations were still open; it is acted on after the closing. */
@Component
class NoteEarlyOfferDelegate implements JavaDelegate {

    private final NominationService nominations;

    NoteEarlyOfferDelegate(NominationService nominations) {
        this.nominations = nominations;
    }

    @Override
    public void execute(DelegateExecution execution) {
        nominations.offerPlaces(BusinessKey.projectCode(execution), BusinessKey.economy(execution));
        PLACES_OFFERED.set(execution, true);
    }
}
