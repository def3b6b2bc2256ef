package org.assent.signing;

import static org.assent.signing.SigningProcess.SIGNING_DUE_AT;

import org.assent.engine.BusinessKey;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Opens the signing of the version that has been recommended. */
@Component
class OpenSigningDelegate implements JavaDelegate {

    private final SigningService signings;

    OpenSigningDelegate(SigningService signings) {
        this.signings = signings;
    }

    @Override
    public void execute(DelegateExecution execution) {
        SIGNING_DUE_AT.set(execution, signings.open(BusinessKey.of(execution), SIGNING_DUE_AT.in(execution)));
    }
}
