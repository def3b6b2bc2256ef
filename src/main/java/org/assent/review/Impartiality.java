package org.assent.review;

import org.assent.drafting.VersionFacts;
import org.assent.engine.Actor;
import org.assent.engine.Refusal;
import org.assent.organisation.OrganisationRegister;
import org.springframework.stereotype.Component;

/** Nobody reviews what they or their own office wrote, also when they belong to the reviewers as well. */
@Component
class Impartiality {

    private final OrganisationRegister organisations;

    Impartiality(OrganisationRegister organisations) {
        this.organisations = organisations;
    }

    void demand(VersionFacts version, String user) {
        if (Actor.and(user).anyMatch(one -> isInvolved(version, one))) {
            throw new Refusal("You drafted or approved this document, or belong to its office, so somebody else has to"
                    + " review it.");
        }
    }

    boolean isInvolved(VersionFacts version, String user) {
        String office = version.key().split("/", 2)[0];
        return user.equals(version.submittedBy())
                || user.equals(version.approvedBy())
                || organisations.isOfTeam(user, office)
                || organisations.isHead(user, office);
    }
}
