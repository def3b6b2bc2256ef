package org.assent.agreement;

import org.assent.engine.BusinessKey;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Keeps the calendar's dates with the agreement, and says whose tasks the steps are and when they are due. */
@Component
class ScheduleAgreementDelegate implements JavaDelegate {

    private final AgreementService agreements;
    private final AgreementSchedule schedule;

    ScheduleAgreementDelegate(AgreementService agreements, AgreementSchedule schedule) {
        this.agreements = agreements;
        this.schedule = schedule;
    }

    @Override
    public void execute(DelegateExecution execution) {
        agreements.schedule(BusinessKey.of(execution), AgreementProcess.takeCalendar(execution));
        AgreementProcess.offer(execution, agreements.parties(BusinessKey.of(execution)));
        execution.setVariables(schedule.dates(BusinessKey.of(execution), false));
    }
}
