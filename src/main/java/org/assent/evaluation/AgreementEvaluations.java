package org.assent.evaluation;

import java.util.Optional;
import org.springframework.data.repository.Repository;

interface AgreementEvaluations extends Repository<AgreementEvaluation, Long> {

    AgreementEvaluation save(AgreementEvaluation agreementEvaluation);

    Optional<AgreementEvaluation> findByAgreementKey(String agreementKey);
}
