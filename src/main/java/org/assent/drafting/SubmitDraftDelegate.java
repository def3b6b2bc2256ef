package org.assent.drafting;

import org.assent.engine.BusinessKey;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

@Component
class SubmitDraftDelegate implements JavaDelegate {

    private final DraftService drafts;

    SubmitDraftDelegate(DraftService drafts) {
        this.drafts = drafts;
    }

    @Override
    public void execute(DelegateExecution execution) {
        drafts.submit(BusinessKey.of(execution));
    }
}
