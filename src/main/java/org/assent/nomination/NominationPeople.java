package org.assent.nomination;

import java.util.List;
import org.assent.engine.PeopleKept;
import org.springframework.stereotype.Component;

/** Candidates go with all that is said of them; the case keeps how many there were and when. */
@Component
class NominationPeople implements PeopleKept {

    @Override
    public List<Kept> kept() {
        return List.of(
                Kept.rows(
                        "participant_evaluation",
                        "id",
                        "nomination_case_id in (select id from nomination_case where project_code = ?)"),
                Kept.rows("nomination", "id", "project_code = ?"),
                Kept.columns(
                        "nomination_case",
                        "id",
                        "project_code = ?",
                        "remark",
                        "endorser_name",
                        "endorser_title",
                        "closing_note"));
    }

    @Override
    public List<Kept> keptOfPerson() {
        return List.of(Kept.rows("nomination", "id", "project_code = ? and reference = ?"));
    }
}
