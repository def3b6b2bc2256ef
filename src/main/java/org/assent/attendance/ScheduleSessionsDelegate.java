package org.assent.attendance;

import static org.assent.attendance.AttendanceProcess.SESSIONS;

import org.assent.engine.BusinessKey;
import org.assent.engine.ProcessVariable;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

@Component
class ScheduleSessionsDelegate implements JavaDelegate {

    private final AttendanceService attendance;

    ScheduleSessionsDelegate(AttendanceService attendance) {
        this.attendance = attendance;
    }

    @Override
    public void execute(DelegateExecution execution) {
        ProcessVariable.setTransientCollection(execution, SESSIONS.name(), attendance.open(BusinessKey.of(execution)));
    }
}
