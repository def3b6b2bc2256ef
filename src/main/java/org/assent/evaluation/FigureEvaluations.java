package org.assent.evaluation;

import java.util.List;
import org.springframework.data.repository.Repository;

interface FigureEvaluations extends Repository<FigureEvaluation, Long> {

    FigureEvaluation save(FigureEvaluation figureEvaluation);

    List<FigureEvaluation> findByAgreementKeyOrderByRound(String agreementKey);
}
