package org.assent.attendance;

import static org.assent.attendance.AttendanceProcess.SESSION;
import static org.assent.attendance.AttendanceProcess.STARTS_AT;

import org.assent.engine.BusinessKey;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

@Component
class PrepareSessionDelegate implements JavaDelegate {

    private final AttendanceDates dates;

    PrepareSessionDelegate(AttendanceDates dates) {
        this.dates = dates;
    }

    @Override
    public void execute(DelegateExecution execution) {
        STARTS_AT.setLocal(execution, dates.startsAt(BusinessKey.of(execution), SESSION.in(execution)));
    }
}
