package org.assent.certification;

import static org.assent.certification.CertificationProcess.SIGN_OFF;
import static org.assent.certification.CertificationProcess.SIGN_OFF_REMARK;

import org.assent.engine.Actor;
import org.assent.engine.BusinessKey;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

@Component
class RecordSignOffDelegate implements JavaDelegate {

    private final CertificationService certificates;

    RecordSignOffDelegate(CertificationService certificates) {
        this.certificates = certificates;
    }

    @Override
    public void execute(DelegateExecution execution) {
        certificates.conclude(
                BusinessKey.projectCode(execution),
                SIGN_OFF.in(execution),
                SIGN_OFF_REMARK.find(execution).orElse(""),
                Actor.of(execution));
    }
}
