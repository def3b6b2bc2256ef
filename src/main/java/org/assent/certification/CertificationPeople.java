package org.assent.certification;

import java.util.List;
import org.assent.engine.PeopleKept;
import org.springframework.stereotype.Component;

/** Names go, and the documents that bear them; number and fingerprint stay, so that a holder can still prove a certificate. */
@Component
class CertificationPeople implements PeopleKept {

    private static final String OF_PROJECT =
            "certification_id in (select id from certification where project_code = ?)";

    private static final String OF_PERSON = OF_PROJECT + " and reference = ?";

    @Override
    public List<Kept> kept() {
        return List.of(
                Kept.rows(
                        "certificate_file",
                        "serial",
                        "serial in (select serial from certificate where " + OF_PROJECT + ")"),
                Kept.columns("certificate", "id", OF_PROJECT, "name", "revocation_reason"),
                Kept.columns("certificate_decision", "id", OF_PROJECT, "name"),
                Kept.columns("certification", "id", "project_code = ?", "doubts", "answer"));
    }

    @Override
    public List<Kept> keptOfPerson() {
        return List.of(
                Kept.rows(
                        "certificate_file",
                        "serial",
                        "serial in (select serial from certificate where " + OF_PERSON + ")"),
                Kept.columns("certificate", "id", OF_PERSON, "name", "revocation_reason"),
                Kept.columns("certificate_decision", "id", OF_PERSON, "name"));
    }
}
