package org.assent.attendance;

import static org.assent.attendance.AttendanceProcess.Brought.CONTEST;
import static org.assent.attendance.AttendanceProcess.Brought.CONTESTED_REFERENCE;
import static org.assent.attendance.AttendanceProcess.Brought.CONTESTED_SESSION;
import static org.assent.attendance.AttendanceProcess.Brought.CONTEST_REASON;

import org.assent.engine.Actor;
import org.assent.engine.BusinessKey;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

@Component
class RegisterContestDelegate implements JavaDelegate {

    private final AttendanceService attendance;

    RegisterContestDelegate(AttendanceService attendance) {
        this.attendance = attendance;
    }

    @Override
    public void execute(DelegateExecution execution) {
        int contest = attendance.contest(
                BusinessKey.of(execution),
                CONTESTED_SESSION.in(execution),
                CONTESTED_REFERENCE.in(execution),
                CONTEST_REASON.in(execution),
                Actor.of(execution));
        CONTEST.setLocal(execution, contest);
    }
}
