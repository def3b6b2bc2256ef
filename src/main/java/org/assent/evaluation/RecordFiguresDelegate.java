package org.assent.evaluation;

import static org.assent.evaluation.EvaluationProcess.EVALUATED_FIGURES;
import static org.assent.evaluation.EvaluationProcess.EVALUATION_REMARK;

import java.util.List;
import org.assent.engine.Actor;
import org.assent.engine.BusinessKey;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

@Component
class RecordFiguresDelegate implements JavaDelegate {

    private final EvaluationService evaluations;

    RecordFiguresDelegate(EvaluationService evaluations) {
        this.evaluations = evaluations;
    }

    @Override
    public void execute(DelegateExecution execution) {
        evaluations.evaluate(
                BusinessKey.of(execution),
                EVALUATED_FIGURES.find(execution).orElse(List.of()),
                EVALUATION_REMARK.find(execution).orElse(null),
                Actor.of(execution));
    }
}
