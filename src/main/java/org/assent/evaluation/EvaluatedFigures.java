package org.assent.evaluation;

import java.util.Collection;
import java.util.List;
import org.springframework.data.repository.Repository;

interface EvaluatedFigures extends Repository<EvaluatedFigure, Long> {

    EvaluatedFigure save(EvaluatedFigure evaluatedFigure);

    List<EvaluatedFigure> findByEvaluationIdInOrderByEvaluationIdAscPositionAsc(Collection<Long> evaluations);
}
