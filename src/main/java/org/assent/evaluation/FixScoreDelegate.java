package org.assent.evaluation;

import org.assent.engine.Actor;
import org.assent.engine.BusinessKey;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

@Component
class FixScoreDelegate implements JavaDelegate {

    private final ScoreService scores;

    FixScoreDelegate(ScoreService scores) {
        this.scores = scores;
    }

    @Override
    public void execute(DelegateExecution execution) {
        scores.fix(BusinessKey.of(execution), Actor.of(execution));
    }
}
