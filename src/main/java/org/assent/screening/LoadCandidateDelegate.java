package org.assent.screening;

import static org.assent.screening.ScreeningProcess.CANDIDATE;

import org.assent.engine.BusinessKey;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Puts one candidate's qualifications before the tables. */
@Component
class LoadCandidateDelegate implements JavaDelegate {

    private final ScreeningService screenings;

    LoadCandidateDelegate(ScreeningService screenings) {
        this.screenings = screenings;
    }

    @Override
    public void execute(DelegateExecution execution) {
        ScreeningProcess.ask(
                execution, screenings.question(BusinessKey.projectCode(execution), CANDIDATE.in(execution)));
    }
}
