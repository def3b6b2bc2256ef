package org.assent.agreement;

import org.assent.engine.Actor;
import org.assent.engine.BusinessKey;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** The document goes back to its drafters, who have until a date of its own. */
@Component
class ReopenDraftDelegate implements JavaDelegate {

    private final AgreementService agreements;
    private final AgreementSchedule schedule;

    ReopenDraftDelegate(AgreementService agreements, AgreementSchedule schedule) {
        this.agreements = agreements;
        this.schedule = schedule;
    }

    @Override
    public void execute(DelegateExecution execution) {
        agreements.enter(BusinessKey.of(execution), AgreementState.DRAFTING, Actor.of(execution));
        execution.setVariables(schedule.dates(BusinessKey.of(execution), false));
    }
}
