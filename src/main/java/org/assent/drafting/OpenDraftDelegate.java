package org.assent.drafting;

import org.assent.engine.Actor;
import org.assent.engine.BusinessKey;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

@Component
class OpenDraftDelegate implements JavaDelegate {

    private final DraftService drafts;

    OpenDraftDelegate(DraftService drafts) {
        this.drafts = drafts;
    }

    @Override
    public void execute(DelegateExecution execution) {
        drafts.open(BusinessKey.of(execution), Actor.of(execution));
    }
}
