package org.assent.evaluation;

import static org.assent.evaluation.EvaluationProcess.FINALLY_ADOPTED;
import static org.assent.evaluation.EvaluationProcess.FINAL_DECISION;
import static org.assent.evaluation.EvaluationProcess.FINAL_REMARK;

import org.assent.engine.Actor;
import org.assent.engine.BusinessKey;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

@Component
class RecordFinalDecisionDelegate implements JavaDelegate {

    private final EvaluationService evaluations;

    RecordFinalDecisionDelegate(EvaluationService evaluations) {
        this.evaluations = evaluations;
    }

    @Override
    public void execute(DelegateExecution execution) {
        boolean adopted = evaluations.decide(
                BusinessKey.of(execution),
                Committee.NATIONAL,
                FINAL_DECISION.in(execution),
                FINAL_REMARK.find(execution).orElse(null),
                Actor.of(execution));
        FINALLY_ADOPTED.set(execution, adopted);
    }
}
