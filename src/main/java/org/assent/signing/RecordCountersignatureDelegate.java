package org.assent.signing;

import static org.assent.signing.SigningProcess.SIGNATURE;
import static org.assent.signing.SigningProcess.SIGNED;
import static org.assent.signing.SigningProcess.SIGNING_REMARK;

import org.assent.engine.Actor;
import org.assent.engine.BusinessKey;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Keeps what the superior decided. */
@Component
class RecordCountersignatureDelegate implements JavaDelegate {

    private final SigningService signings;

    RecordCountersignatureDelegate(SigningService signings) {
        this.signings = signings;
    }

    @Override
    public void execute(DelegateExecution execution) {
        SIGNED.set(
                execution,
                signings.decide(
                        BusinessKey.of(execution),
                        Seat.SUPERIOR,
                        SIGNATURE.in(execution),
                        SIGNING_REMARK.find(execution).orElse(""),
                        Actor.of(execution)));
    }
}
