package org.assent.evaluation;

import org.assent.engine.BusinessKey;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

@Component
class PublishResultDelegate implements JavaDelegate {

    private final LeagueService league;

    PublishResultDelegate(LeagueService league) {
        this.league = league;
    }

    @Override
    public void execute(DelegateExecution execution) {
        league.publish(BusinessKey.of(execution));
    }
}
