package org.assent.organisation;

import org.springframework.data.repository.Repository;

interface OrganisationChanges extends Repository<OrganisationChange, Long> {

    void saveAll(Iterable<OrganisationChange> changes);
}
