package org.assent.agreement;

import org.assent.engine.Actor;
import org.assent.engine.BusinessKey;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Both have signed: the agreement binds. */
@Component
class RecordInForceDelegate implements JavaDelegate {

    private final AgreementService agreements;

    RecordInForceDelegate(AgreementService agreements) {
        this.agreements = agreements;
    }

    @Override
    public void execute(DelegateExecution execution) {
        agreements.enter(BusinessKey.of(execution), AgreementState.IN_FORCE, Actor.of(execution));
    }
}
