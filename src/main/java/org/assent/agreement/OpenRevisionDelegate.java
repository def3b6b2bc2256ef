package org.assent.agreement;

import static org.assent.agreement.AgreementProcess.Brought.REQUESTED_BY;
import static org.assent.agreement.AgreementProcess.Brought.REVISION_REASON;
import static org.assent.agreement.AgreementProcess.REVISION;

import org.assent.engine.BusinessKey;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Opens the revision that was asked for, while its window is open; the version in force stays so meanwhile. */
@Component
class OpenRevisionDelegate implements JavaDelegate {

    private final AgreementService agreements;
    private final AgreementSchedule schedule;

    OpenRevisionDelegate(AgreementService agreements, AgreementSchedule schedule) {
        this.agreements = agreements;
        this.schedule = schedule;
    }

    @Override
    public void execute(DelegateExecution execution) {
        agreements.askForRevision(
                BusinessKey.of(execution), REVISION_REASON.find(execution).orElse(""), REQUESTED_BY.in(execution));
        REVISION.setLocal(execution, true);
        execution.setVariablesLocal(schedule.dates(BusinessKey.of(execution), true));
    }
}
