package org.assent.agreement;

import org.assent.engine.Actor;
import org.assent.engine.BusinessKey;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** The document is with the reviewers. */
@Component
class RecordDraftedDelegate implements JavaDelegate {

    private final AgreementService agreements;

    RecordDraftedDelegate(AgreementService agreements) {
        this.agreements = agreements;
    }

    @Override
    public void execute(DelegateExecution execution) {
        agreements.enter(BusinessKey.of(execution), AgreementState.UNDER_REVIEW, Actor.of(execution));
    }
}
