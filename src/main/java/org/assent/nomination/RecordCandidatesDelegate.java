package org.assent.nomination;

import static org.assent.nomination.NominationProcess.CANDIDATES;
import static org.assent.nomination.NominationProcess.NOMINATION_ANSWER;

import java.util.List;
import org.assent.engine.Actor;
import org.assent.engine.BusinessKey;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Keeps the list as the liaison officer entered it. */
@Component
class RecordCandidatesDelegate implements JavaDelegate {

    private final NominationService nominations;

    RecordCandidatesDelegate(NominationService nominations) {
        this.nominations = nominations;
    }

    @Override
    public void execute(DelegateExecution execution) {
        nominations.enter(
                BusinessKey.projectCode(execution),
                BusinessKey.economy(execution),
                NOMINATION_ANSWER.in(execution),
                CANDIDATES.find(execution).orElse(List.of()),
                Actor.of(execution));
    }
}
