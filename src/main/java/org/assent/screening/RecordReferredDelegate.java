package org.assent.screening;

import static org.assent.screening.ScreeningProcess.REFERRED;

import org.assent.engine.Actor;
import org.assent.engine.BusinessKey;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Keeps what the programme officer decided in the table's place. */
@Component
class RecordReferredDelegate implements JavaDelegate {

    private final ScreeningService screenings;

    RecordReferredDelegate(ScreeningService screenings) {
        this.screenings = screenings;
    }

    @Override
    public void execute(DelegateExecution execution) {
        screenings.decideReferred(BusinessKey.projectCode(execution), REFERRED.in(execution), Actor.of(execution));
    }
}
