package org.assent.nomination;

import org.assent.engine.Actor;
import org.assent.engine.BusinessKey;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Keeps the answer that the NPO nominates nobody. */
@Component
class RecordNobodyDelegate implements JavaDelegate {

    private final NominationService nominations;

    RecordNobodyDelegate(NominationService nominations) {
        this.nominations = nominations;
    }

    @Override
    public void execute(DelegateExecution execution) {
        nominations.nominateNobody(
                BusinessKey.projectCode(execution), BusinessKey.economy(execution), Actor.of(execution));
    }
}
