package org.assent.announcement;

import java.util.List;
import org.assent.engine.PeopleKept;
import org.springframework.stereotype.Component;

/** Participants and speakers go; the programme stays. */
@Component
class AnnouncementPeople implements PeopleKept {

    private static final String OF_PROJECT = "announcement_id in (select id from announcement where project_code = ?)";

    @Override
    public List<Kept> kept() {
        return List.of(
                Kept.rows("participation", "id", OF_PROJECT),
                Kept.rows("speaker", "id", OF_PROJECT),
                Kept.columns("programme_session", "id", OF_PROJECT, "speakers"));
    }

    @Override
    public List<Kept> keptOfPerson() {
        return List.of(Kept.rows("participation", "id", OF_PROJECT + " and reference = ?"));
    }
}
