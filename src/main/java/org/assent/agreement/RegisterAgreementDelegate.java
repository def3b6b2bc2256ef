package org.assent.agreement;

import static org.assent.agreement.AgreementProcess.FISCAL_YEAR;
import static org.assent.agreement.AgreementProcess.ORGANISATION;

import org.assent.engine.BusinessKey;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Opens the agreement of one office for one year, once, for whoever may. */
@Component
class RegisterAgreementDelegate implements JavaDelegate {

    private final AgreementService agreements;

    RegisterAgreementDelegate(AgreementService agreements) {
        this.agreements = agreements;
    }

    @Override
    public void execute(DelegateExecution execution) {
        AgreementFacts opened = agreements.register(
                ORGANISATION.in(execution), FISCAL_YEAR.in(execution), AgreementProcess.caller(execution));
        BusinessKey.set(execution, opened.key());
        AgreementProcess.identify(execution, opened);
    }
}
