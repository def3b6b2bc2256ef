package org.assent.certification;

import org.assent.engine.BusinessKey;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

@Component
class IssueCertificatesDelegate implements JavaDelegate {

    private final CertificationService certificates;

    IssueCertificatesDelegate(CertificationService certificates) {
        this.certificates = certificates;
    }

    @Override
    public void execute(DelegateExecution execution) {
        certificates.unprinted(BusinessKey.projectCode(execution)).forEach(certificates::print);
    }
}
