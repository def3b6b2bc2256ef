package org.assent.screening;

import org.assent.engine.BusinessKey;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Assesses replacements before a vacant place is filled; offered to the announcement. */
@Component
class AssessReplacementsDelegate implements JavaDelegate {

    private final ScreeningService screenings;

    AssessReplacementsDelegate(ScreeningService screenings) {
        this.screenings = screenings;
    }

    @Override
    public void execute(DelegateExecution execution) {
        screenings.assessReplacements(BusinessKey.projectCode(execution));
    }
}
