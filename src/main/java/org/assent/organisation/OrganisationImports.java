package org.assent.organisation;

import org.springframework.data.repository.Repository;

interface OrganisationImports extends Repository<OrganisationImport, Long> {

    OrganisationImport save(OrganisationImport done);

    long count();
}
