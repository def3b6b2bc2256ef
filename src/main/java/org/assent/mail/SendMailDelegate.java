package org.assent.mail;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Sends the letters of the template that the step names, or else is named for; the step stands behind asyncBefore, so its job can repeat. */
@Component
class SendMailDelegate implements JavaDelegate {

    private final MailService mails;

    SendMailDelegate(MailService mails) {
        this.mails = mails;
    }

    @Override
    public void execute(DelegateExecution execution) {
        mails.send(execution.getProcessBusinessKey(), execution.getCurrentActivityId(), execution.getVariablesLocal());
    }
}
