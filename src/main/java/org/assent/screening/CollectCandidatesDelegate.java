package org.assent.screening;

import static org.assent.screening.ScreeningProcess.ANY_REFERRED;
import static org.assent.screening.ScreeningProcess.CANDIDATES;

import org.assent.engine.BusinessKey;
import org.assent.engine.ProcessVariable;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Opens a round of screening over everybody whose nomination stands. */
@Component
class CollectCandidatesDelegate implements JavaDelegate {

    private final ScreeningService screenings;

    CollectCandidatesDelegate(ScreeningService screenings) {
        this.screenings = screenings;
    }

    @Override
    public void execute(DelegateExecution execution) {
        ANY_REFERRED.set(execution, false);
        ProcessVariable.setTransientCollection(
                execution, CANDIDATES.name(), screenings.begin(BusinessKey.projectCode(execution)));
    }
}
