package org.assent.screening;

import java.util.List;
import org.assent.engine.PeopleKept;
import org.springframework.stereotype.Component;

/** Who was selected stands by references; what officers wrote beside them may speak of people. */
@Component
class ScreeningPeople implements PeopleKept {

    private static final String OF_PROJECT = "screening_id in (select id from screening where project_code = ?)";

    @Override
    public List<Kept> kept() {
        return List.of(
                Kept.columns("assessment", "id", OF_PROJECT, "decision_reason"),
                Kept.columns("selection_change", "screening_id", OF_PROJECT, "reason"));
    }

    @Override
    public List<Kept> keptOfPerson() {
        return List.of(
                Kept.columns("assessment", "id", OF_PROJECT + " and reference = ?", "decision_reason"),
                Kept.columns(
                        "selection_change", "screening_id", OF_PROJECT + " and ? in (taken_out, taken_in)", "reason"));
    }
}
