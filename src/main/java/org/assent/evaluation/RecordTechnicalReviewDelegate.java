package org.assent.evaluation;

import static org.assent.evaluation.EvaluationProcess.TECHNICALLY_ADOPTED;
import static org.assent.evaluation.EvaluationProcess.TECHNICAL_DECISION;
import static org.assent.evaluation.EvaluationProcess.TECHNICAL_REMARK;

import org.assent.engine.Actor;
import org.assent.engine.BusinessKey;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

@Component
class RecordTechnicalReviewDelegate implements JavaDelegate {

    private final EvaluationService evaluations;

    RecordTechnicalReviewDelegate(EvaluationService evaluations) {
        this.evaluations = evaluations;
    }

    @Override
    public void execute(DelegateExecution execution) {
        boolean adopted = evaluations.decide(
                BusinessKey.of(execution),
                Committee.TECHNICAL,
                TECHNICAL_DECISION.in(execution),
                TECHNICAL_REMARK.find(execution).orElse(null),
                Actor.of(execution));
        TECHNICALLY_ADOPTED.set(execution, adopted);
    }
}
