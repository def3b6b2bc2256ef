package org.assent.assignment;

import static org.assent.assignment.AssignmentProcess.SESSIONS_END_AT;

import org.assent.engine.BusinessKey;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

@Component
class ScheduleAssignmentDelegate implements JavaDelegate {

    private final AssignmentDates dates;

    ScheduleAssignmentDelegate(AssignmentDates dates) {
        this.dates = dates;
    }

    @Override
    public void execute(DelegateExecution execution) {
        SESSIONS_END_AT.set(execution, dates.sessionsEndAt(BusinessKey.projectCode(execution)));
    }
}
