package org.assent.nomination;

import static org.assent.nomination.NominationProcess.ENDORSEMENT;
import static org.assent.nomination.NominationProcess.ENDORSEMENT_REMARK;
import static org.assent.nomination.NominationProcess.ENDORSER_NAME;
import static org.assent.nomination.NominationProcess.ENDORSER_TITLE;

import org.assent.engine.Actor;
import org.assent.engine.BusinessKey;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Keeps what the head of the NPO decided. */
@Component
class RecordEndorsementDelegate implements JavaDelegate {

    private final NominationService nominations;

    RecordEndorsementDelegate(NominationService nominations) {
        this.nominations = nominations;
    }

    @Override
    public void execute(DelegateExecution execution) {
        nominations.endorse(
                BusinessKey.projectCode(execution),
                BusinessKey.economy(execution),
                ENDORSEMENT.in(execution),
                ENDORSEMENT_REMARK.find(execution).orElse(""),
                ENDORSER_NAME.in(execution),
                ENDORSER_TITLE.in(execution),
                Actor.of(execution));
    }
}
