package org.assent.nomination;

import static org.assent.nomination.NominationProcess.EVALUATIONS;

import java.util.List;
import org.assent.engine.BusinessKey;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Keeps the participants' anonymous answers. */
@Component
class RecordEvaluationDelegate implements JavaDelegate {

    private final NominationService nominations;

    RecordEvaluationDelegate(NominationService nominations) {
        this.nominations = nominations;
    }

    @Override
    public void execute(DelegateExecution execution) {
        nominations.evaluate(
                BusinessKey.projectCode(execution),
                BusinessKey.economy(execution),
                EVALUATIONS.find(execution).orElse(List.of()));
    }
}
