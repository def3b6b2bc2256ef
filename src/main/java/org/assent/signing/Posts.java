package org.assent.signing;

import org.assent.organisation.OrganisationFacts;
import org.assent.organisation.OrganisationRegister;
import org.springframework.stereotype.Component;

/** The two offices of an agreement and what their heads are called in it. */
@Component
class Posts {

    private final OrganisationRegister organisations;

    Posts(OrganisationRegister organisations) {
        this.organisations = organisations;
    }

    OrganisationFacts office(String key, Seat seat) {
        OrganisationFacts own = organisations.organisation(key.split("/", 2)[0]);
        return seat == Seat.HEAD || own.parent() == null ? own : organisations.organisation(own.parent());
    }

    /** {@code Secretary, Ministry of Industries}; a title that names the office already stands alone. */
    static String post(OrganisationFacts office) {
        return office.headTitle() + ", " + office.name();
    }
}
