package org.assent.certification;

import static org.assent.certification.CertificationProcess.DOUBTS_ANSWER;

import org.assent.engine.Actor;
import org.assent.engine.BusinessKey;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

@Component
class DetermineCertificatesDelegate implements JavaDelegate {

    private final CertificationService certificates;

    DetermineCertificatesDelegate(CertificationService certificates) {
        this.certificates = certificates;
    }

    @Override
    public void execute(DelegateExecution execution) {
        certificates.determine(BusinessKey.projectCode(execution), DOUBTS_ANSWER.find(execution), Actor.of(execution));
    }
}
