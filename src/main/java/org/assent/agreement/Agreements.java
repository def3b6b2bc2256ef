package org.assent.agreement;

import java.util.List;
import java.util.Optional;
import org.springframework.data.jpa.repository.EntityGraph;
import org.springframework.data.repository.Repository;

/** The stored agreements. */
interface Agreements extends Repository<Agreement, Long> {

    Agreement saveAndFlush(Agreement agreement);

    boolean existsByAgreementKey(String key);

    Optional<Agreement> findByAgreementKey(String key);

    @EntityGraph(attributePaths = "dates")
    List<Agreement> findByFiscalYearOrderByOrganisation(String fiscalYear);

    @EntityGraph(attributePaths = "dates")
    List<Agreement> findAllByOrderByAgreementKey();
}
