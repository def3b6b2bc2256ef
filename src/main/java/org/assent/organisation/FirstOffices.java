package org.assent.organisation;

import org.springframework.stereotype.Component;

/** Offices for a desk on which nobody has imported any yet. Public: the demonstration brings its own people. */
@Component
public class FirstOffices {

    private final OrganisationService service;

    FirstOffices(OrganisationService service) {
        this.service = service;
    }

    /** Once; whoever imports later has the say. */
    public void take(byte[] csv) {
        if (service.hasEverImported()) {
            return;
        }
        var problems = service.take(csv, "system").problems();
        if (!problems.isEmpty()) {
            throw new IllegalStateException("The first offices cannot be imported: " + problems);
        }
    }
}
