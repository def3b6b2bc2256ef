package org.assent.certification;

import java.util.List;
import java.util.Optional;
import org.assent.engine.Refusal;
import org.assent.notary.Attestation;
import org.assent.notary.Notary;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The register over our tables. */
@Component
@Transactional(readOnly = true)
class StoredCertificates implements CertificateRegister {

    private final Certifications certifications;
    private final Certificates certificates;
    private final CertificateFiles files;
    private final Notary notary;

    StoredCertificates(
            Certifications certifications, Certificates certificates, CertificateFiles files, Notary notary) {
        this.certifications = certifications;
        this.certificates = certificates;
        this.files = files;
        this.notary = notary;
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
        CertificateFile file = file(serial);
        if (!isTheOneIssued(serial, file.sha256())) {
            throw new Refusal("The document kept for this certificate is not the one that was issued. Please tell the"
                    + " administrator.");
        }
        return file.pdf();
    }

    @Override
    public Attestation attestation(String serial) {
        return files.findBySerial(serial)
                .map(file -> notary.attest(file.pdf()))
                .map(found -> isTheOneIssued(serial, found.sha256()) ? found : found.replaced())
                .orElseGet(Attestation::lost);
    }

    private boolean isTheOneIssued(String serial, String sha256) {
        return find(serial)
                .filter(certificate -> certificate.sha256().equals(sha256))
                .isPresent();
    }

    private CertificateFile file(String serial) {
        return Serial.parse(serial)
                .flatMap(number -> files.findBySerial(number.text()))
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
