package org.assent.screening;

import static org.assent.screening.ScreeningProcess.APPROVERS;

import org.assent.engine.Actor;
import org.assent.engine.BusinessKey;
import org.assent.engine.Members;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Keeps the review and finds who may approve it. */
@Component
class RecordSelectionDelegate implements JavaDelegate {

    private final ScreeningService screenings;

    RecordSelectionDelegate(ScreeningService screenings) {
        this.screenings = screenings;
    }

    @Override
    public void execute(DelegateExecution execution) {
        String approvers = screenings.review(
                BusinessKey.projectCode(execution),
                ScreeningProcess.reviewForm(execution),
                Actor.of(execution),
                Members.free(execution, "programme-officers", "approveSelection"));
        APPROVERS.set(execution, approvers);
    }
}
