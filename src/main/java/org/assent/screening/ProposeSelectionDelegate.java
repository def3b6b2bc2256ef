package org.assent.screening;

import org.assent.engine.BusinessKey;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Fills the places by merit. */
@Component
class ProposeSelectionDelegate implements JavaDelegate {

    private final ScreeningService screenings;

    ProposeSelectionDelegate(ScreeningService screenings) {
        this.screenings = screenings;
    }

    @Override
    public void execute(DelegateExecution execution) {
        screenings.propose(BusinessKey.projectCode(execution));
    }
}
