package org.assent.certification;

import java.util.List;
import java.util.Optional;
import org.assent.engine.Refusal;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The register over our tables. */
@Component
@Transactional(readOnly = true)
class StoredCertificates implements CertificateRegister {

    private final Certifications certifications;
    private final Certificates certificates;
    private final CertificateFiles files;

    StoredCertificates(Certifications certifications, Certificates certificates, CertificateFiles files) {
        this.certifications = certifications;
        this.certificates = certificates;
        this.files = files;
    }

    @Override
    public List<CertificateLine> certificates(String code) {
        return certifications.findByProjectCode(code).stream()
                .flatMap(batch -> batch.certificates().stream())
                .filter(Certificate::isPrinted)
                .map(Certificate::line)
                .toList();
    }

    @Override
    public List<DecisionLine> decisions(String code) {
        return certifications.findByProjectCode(code).stream()
                .flatMap(batch -> batch.decisions().stream())
                .map(CertificateDecision::line)
                .toList();
    }

    @Override
    public Optional<SignOffLine> signOff(String code) {
        return certifications.findByProjectCode(code).flatMap(Certification::signature);
    }

    @Override
    public byte[] pdf(String serial) {
        return Serial.parse(serial)
                .flatMap(number -> files.findBySerial(number.text()))
                .map(CertificateFile::pdf)
                .orElseThrow(() -> new Refusal("There is no certificate with this serial number."));
    }

    @Override
    public Optional<CertificateLine> find(String serial) {
        return Serial.parse(serial)
                .flatMap(number -> certificates.findBySerial(number.text()))
                .filter(Certificate::isPrinted)
                .map(Certificate::line);
    }
}
