package org.assent.certification;

import static org.assent.certification.CertificationProcess.REVOCATION_REASON;
import static org.assent.certification.CertificationProcess.SERIAL;

import org.assent.engine.Actor;
import org.assent.engine.BusinessKey;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

@Component
class RecordRevocationDelegate implements JavaDelegate {

    private final CertificationService certificates;

    RecordRevocationDelegate(CertificationService certificates) {
        this.certificates = certificates;
    }

    @Override
    public void execute(DelegateExecution execution) {
        certificates.revoke(
                BusinessKey.projectCode(execution),
                SERIAL.find(execution).orElse(""),
                REVOCATION_REASON.find(execution).orElse(""),
                Actor.of(execution));
    }
}
