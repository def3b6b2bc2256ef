package org.assent.evaluation;

import java.util.List;
import java.util.Optional;
import org.assent.scheme.OfficeLevel;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface AgreementScores extends Repository<AgreementScore, Long> {

    AgreementScore save(AgreementScore agreementScore);

    Optional<AgreementScore> findByAgreementKey(String agreementKey);

    /** Everything that the ranking of one year and level needs, in one query. */
    @Query("select new org.assent.evaluation.ScoredOffice(s.agreementKey, s.organisation, s.composite)"
            + " from AgreementScore s where s.fiscalYear = :year and s.officeLevel = :level order by s.organisation")
    List<ScoredOffice> scored(String year, OfficeLevel level);
}
