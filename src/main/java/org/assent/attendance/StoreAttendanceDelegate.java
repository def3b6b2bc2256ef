package org.assent.attendance;

import static org.assent.attendance.AttendanceProcess.HELD;
import static org.assent.attendance.AttendanceProcess.NOT_HELD_REASON;
import static org.assent.attendance.AttendanceProcess.PRESENCES;
import static org.assent.attendance.AttendanceProcess.SESSION;

import java.util.List;
import org.assent.engine.Actor;
import org.assent.engine.BusinessKey;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

@Component
class StoreAttendanceDelegate implements JavaDelegate {

    private final AttendanceService attendance;

    StoreAttendanceDelegate(AttendanceService attendance) {
        this.attendance = attendance;
    }

    @Override
    public void execute(DelegateExecution execution) {
        HeldOrNot.valueOf(HELD.in(execution))
                .store(
                        attendance,
                        BusinessKey.of(execution),
                        SESSION.in(execution),
                        PRESENCES.find(execution).orElse(List.of()),
                        NOT_HELD_REASON.find(execution).orElse(null),
                        Actor.of(execution));
    }
}
