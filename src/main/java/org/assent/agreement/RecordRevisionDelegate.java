package org.assent.agreement;

import org.assent.engine.Actor;
import org.assent.engine.BusinessKey;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** The revised version binds from now on. */
@Component
class RecordRevisionDelegate implements JavaDelegate {

    private final AgreementService agreements;

    RecordRevisionDelegate(AgreementService agreements) {
        this.agreements = agreements;
    }

    @Override
    public void execute(DelegateExecution execution) {
        agreements.adoptRevision(BusinessKey.of(execution), Actor.of(execution));
    }
}
