package org.assent.screening;

import static org.assent.screening.ScreeningProcess.ANY_REFERRED;
import static org.assent.screening.ScreeningProcess.CANDIDATE;
import static org.assent.screening.ScreeningProcess.ELIGIBILITY;
import static org.assent.screening.ScreeningProcess.POINTS;

import org.assent.engine.BusinessKey;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Keeps what the tables answered, with every reason. */
@Component
class RecordAssessmentDelegate implements JavaDelegate {

    private final ScreeningService screenings;

    RecordAssessmentDelegate(ScreeningService screenings) {
        this.screenings = screenings;
    }

    @Override
    public void execute(DelegateExecution execution) {
        boolean anyReferred = screenings.assess(
                BusinessKey.projectCode(execution),
                CANDIDATE.in(execution),
                ELIGIBILITY.in(execution),
                POINTS.in(execution));
        ANY_REFERRED.set(execution, anyReferred);
    }
}
