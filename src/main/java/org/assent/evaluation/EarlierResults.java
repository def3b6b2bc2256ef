package org.assent.evaluation;

import java.util.List;
import java.util.Optional;
import org.springframework.data.repository.Repository;

interface EarlierResults extends Repository<EarlierResult, Long> {

    EarlierResult save(EarlierResult earlierResult);

    List<EarlierResult> findByOrganisation(String organisation);

    Optional<EarlierResult> findByOrganisationAndFiscalYear(String organisation, String fiscalYear);
}
