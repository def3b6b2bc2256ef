package org.assent.drafting;

import static org.assent.drafting.DraftingProcess.DRAFT_APPROVAL;
import static org.assent.drafting.DraftingProcess.DRAFT_REMARK;

import org.assent.engine.Actor;
import org.assent.engine.BusinessKey;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

@Component
class RecordDraftApprovalDelegate implements JavaDelegate {

    private final DraftService drafts;

    RecordDraftApprovalDelegate(DraftService drafts) {
        this.drafts = drafts;
    }

    @Override
    public void execute(DelegateExecution execution) {
        drafts.decide(
                BusinessKey.of(execution),
                DRAFT_APPROVAL.in(execution),
                DRAFT_REMARK.find(execution).orElse(""),
                Actor.of(execution));
    }
}
