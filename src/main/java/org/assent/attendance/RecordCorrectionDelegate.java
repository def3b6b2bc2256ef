package org.assent.attendance;

import static org.assent.attendance.AttendanceProcess.Brought.CONTEST;
import static org.assent.attendance.AttendanceProcess.CORRECTED;
import static org.assent.attendance.AttendanceProcess.CORRECTION_REASON;

import org.assent.engine.Actor;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

@Component
class RecordCorrectionDelegate implements JavaDelegate {

    private final AttendanceService attendance;

    RecordCorrectionDelegate(AttendanceService attendance) {
        this.attendance = attendance;
    }

    @Override
    public void execute(DelegateExecution execution) {
        attendance.decide(
                CONTEST.in(execution), CORRECTED.in(execution), CORRECTION_REASON.in(execution), Actor.of(execution));
    }
}
