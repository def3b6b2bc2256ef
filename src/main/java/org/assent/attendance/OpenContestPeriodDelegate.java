package org.assent.attendance;

import static org.assent.attendance.AttendanceProcess.CONTEST_UNTIL;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

@Component
class OpenContestPeriodDelegate implements JavaDelegate {

    private final AttendanceDates dates;

    OpenContestPeriodDelegate(AttendanceDates dates) {
        this.dates = dates;
    }

    @Override
    public void execute(DelegateExecution execution) {
        CONTEST_UNTIL.set(execution, dates.contestUntil());
    }
}
