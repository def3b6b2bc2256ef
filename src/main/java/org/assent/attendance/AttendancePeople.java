package org.assent.attendance;

import java.util.List;
import org.assent.engine.PeopleKept;
import org.springframework.stereotype.Component;

/** Who was present stands by references; what was written beside them may speak of people. */
@Component
class AttendancePeople implements PeopleKept {

    @Override
    public List<Kept> kept() {
        return List.of(
                Kept.columns("attendance_contest", "id", "project_code = ?", "contest_reason", "correction_reason"),
                Kept.columns("held_session", "id", "project_code = ?", "report_summary"));
    }

    @Override
    public List<Kept> keptOfPerson() {
        return List.of(Kept.columns(
                "attendance_contest",
                "id",
                "project_code = ? and reference = ?",
                "contest_reason",
                "correction_reason"));
    }
}
