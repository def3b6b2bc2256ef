package org.assent.screening;

import static org.assent.screening.ScreeningProcess.APPROVAL;
import static org.assent.screening.ScreeningProcess.APPROVAL_REMARK;

import org.assent.engine.Actor;
import org.assent.engine.BusinessKey;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Keeps what the second person said to the selection. */
@Component
class RecordSelectionApprovalDelegate implements JavaDelegate {

    private final ScreeningService screenings;

    RecordSelectionApprovalDelegate(ScreeningService screenings) {
        this.screenings = screenings;
    }

    @Override
    public void execute(DelegateExecution execution) {
        screenings.decide(
                BusinessKey.projectCode(execution),
                APPROVAL.in(execution),
                APPROVAL_REMARK.find(execution).orElse(""),
                Actor.of(execution));
    }
}
