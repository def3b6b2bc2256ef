package org.assent.attendance;

import static org.assent.attendance.AttendanceProcess.Brought.REPORT;
import static org.assent.attendance.AttendanceProcess.Brought.REPORTED_SESSION;

import org.assent.engine.BusinessKey;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

@Component
class RecordAttendanceReportDelegate implements JavaDelegate {

    private final AttendanceService attendance;

    RecordAttendanceReportDelegate(AttendanceService attendance) {
        this.attendance = attendance;
    }

    @Override
    public void execute(DelegateExecution execution) {
        attendance.report(BusinessKey.of(execution), REPORTED_SESSION.in(execution), REPORT.in(execution));
    }
}
