package org.assent.monitoring;

import java.util.Optional;
import org.springframework.data.repository.Repository;

interface HalfYearEvaluations extends Repository<HalfYearEvaluation, Long> {

    HalfYearEvaluation save(HalfYearEvaluation evaluation);

    Optional<HalfYearEvaluation> findByAgreementKey(String agreementKey);
}
