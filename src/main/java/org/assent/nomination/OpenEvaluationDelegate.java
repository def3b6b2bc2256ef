package org.assent.nomination;

import static org.assent.nomination.NominationProcess.EVALUATION_DUE_AT;

import org.assent.engine.BusinessKey;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Sets the day by which the participants' evaluation is due. */
@Component
class OpenEvaluationDelegate implements JavaDelegate {

    private final NominationService nominations;

    OpenEvaluationDelegate(NominationService nominations) {
        this.nominations = nominations;
    }

    @Override
    public void execute(DelegateExecution execution) {
        EVALUATION_DUE_AT.set(
                execution,
                nominations.expectEvaluation(BusinessKey.projectCode(execution), BusinessKey.economy(execution)));
    }
}
