package org.assent.signing;

import org.assent.engine.Actor;
import org.assent.engine.BusinessKey;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Closes the version that both have signed. */
@Component
class SealAgreementDelegate implements JavaDelegate {

    private final SigningService signings;

    SealAgreementDelegate(SigningService signings) {
        this.signings = signings;
    }

    @Override
    public void execute(DelegateExecution execution) {
        signings.seal(BusinessKey.of(execution), Actor.of(execution));
    }
}
