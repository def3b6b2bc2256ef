package org.assent.screening;

import org.assent.engine.BusinessKey;
import org.assent.engine.Messages;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Tells the announcement that the selection is approved; it reads who was selected from the register. */
@Component
class PublishSelectionDelegate implements JavaDelegate {

    private final Messages messages;

    PublishSelectionDelegate(Messages messages) {
        this.messages = messages;
    }

    @Override
    public void execute(DelegateExecution execution) {
        messages.tell("announcement", BusinessKey.projectCode(execution), "announcement.selectionApproved");
    }
}
