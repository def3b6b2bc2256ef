package org.assent.assignment;

import java.util.List;
import org.assent.engine.PeopleKept;
import org.springframework.stereotype.Component;

/** Names of experts and lecturers; what they were paid stays. */
@Component
class AssignmentPeople implements PeopleKept {

    @Override
    public List<Kept> kept() {
        return List.of(
                Kept.columns("assignment", "id", "project_code = ?", "name", "organization", "subject", "reason"));
    }
}
