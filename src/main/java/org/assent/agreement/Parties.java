package org.assent.agreement;

import static java.util.Objects.requireNonNull;

import org.assent.organisation.OrganisationFacts;
import org.assent.organisation.OrganisationRegister;
import org.jspecify.annotations.Nullable;

/**
 * Whose tasks the steps of an agreement are, as groups: the office's own, and those of the office above, which for a
 * ministry is the Cabinet Division.
 */
record Parties(String apaTeam, String officeHead, String reviewers, String counterSignatory) {

    private static final String CABINET_REVIEWERS = "cabinet-reviewers";
    private static final String CABINET_SECRETARY = "cabinet-secretary";

    static Parties of(OrganisationFacts office, OrganisationRegister offices) {
        @Nullable
        OrganisationFacts superior =
                office.level().isBelowMinistry() ? offices.organisation(requireNonNull(office.parent())) : null;
        return new Parties(
                office.apaTeamGroup(),
                office.headGroup(),
                superior == null ? CABINET_REVIEWERS : superior.apaTeamGroup(),
                superior == null ? CABINET_SECRETARY : superior.headGroup());
    }
}
