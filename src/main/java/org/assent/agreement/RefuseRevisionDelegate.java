package org.assent.agreement;

import org.assent.engine.Actor;
import org.assent.engine.BusinessKey;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** The revision is off; the version that was in force still is. */
@Component
class RefuseRevisionDelegate implements JavaDelegate {

    private final AgreementService agreements;

    RefuseRevisionDelegate(AgreementService agreements) {
        this.agreements = agreements;
    }

    @Override
    public void execute(DelegateExecution execution) {
        agreements.refuseRevision(BusinessKey.of(execution), Actor.of(execution));
    }
}
