package org.assent.agreement;

import org.assent.engine.Actor;
import org.assent.engine.BusinessKey;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** The result is published and the year is closed. */
@Component
class CompleteAgreementDelegate implements JavaDelegate {

    private final AgreementService agreements;

    CompleteAgreementDelegate(AgreementService agreements) {
        this.agreements = agreements;
    }

    @Override
    public void execute(DelegateExecution execution) {
        agreements.enter(BusinessKey.of(execution), AgreementState.PUBLISHED, Actor.of(execution));
    }
}
