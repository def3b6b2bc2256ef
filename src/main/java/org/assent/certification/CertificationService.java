package org.assent.certification;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.assent.certification.CertificationProcess.SignOff;
import org.assent.engine.OfficialNames;
import org.assent.engine.Refusal;
import org.assent.notary.Notary;
import org.assent.project.ProjectFacts;
import org.assent.project.ProjectRegister;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Writes certificates. */
@Service
@Transactional
class CertificationService {

    private static final ZoneId TOKYO = ZoneId.of("Asia/Tokyo");

    private final Certifications certifications;
    private final Certificates certificates;
    private final CertificateFiles files;
    private final Attendees attendees;
    private final ProjectRegister projects;
    private final OfficialNames names;
    private final Notary notary;
    private final Clock clock;
    private final String secretaryGeneral;
    private final String verifyUrl;
    private final SecureRandom chance = new SecureRandom();

    CertificationService(
            Certifications certifications,
            Certificates certificates,
            CertificateFiles files,
            Attendees attendees,
            ProjectRegister projects,
            OfficialNames names,
            Notary notary,
            Clock clock,
            @Value("${assent.secretary-general:Dr. AKP Mochtan}") String secretaryGeneral,
            @Value("${assent.verify-url:http://localhost:${server.port:8080}/verify}") String verifyUrl) {
        this.certifications = certifications;
        this.certificates = certificates;
        this.files = files;
        this.attendees = attendees;
        this.projects = projects;
        this.names = names;
        this.notary = notary;
        this.clock = clock;
        this.secretaryGeneral = secretaryGeneral;
        this.verifyUrl = verifyUrl.replaceAll("/+$", "");
    }

    /** Makes the list, again where the Secretary-General doubted it and has been answered. */
    void determine(String code, Optional<String> answer, String by) {
        Certification batch =
                certifications.findByProjectCode(code).orElseGet(() -> certifications.save(new Certification(code)));
        answer.ifPresent(text -> batch.answer(text, by));
        batch.determine(attendees.of(code));
    }

    /** The numbers are drawn with the signature, so that printing can be repeated without giving anybody two. */
    void conclude(String code, SignOff decision, String remark, String by) {
        Certification batch = batch(code);
        if (decision == SignOff.RETURN) {
            batch.sendBack(remark, by);
            return;
        }
        List<Attendee> present = attendees.of(code);
        LocalDate today = LocalDate.ofInstant(clock.instant(), TOKYO);
        batch.signOff(present, names.signature(by, secretaryGeneral), by, clock.instant());
        present.stream()
                .filter(attendee -> attendee.obstacle().isEmpty())
                .forEach(attendee -> batch.certify(attendee, Serial.next(today.getYear(), chance), today));
    }

    /** The numbers of the certificates that are signed and not yet printed. */
    @Transactional(readOnly = true)
    List<String> unprinted(String code) {
        return batch(code).certificates().stream()
                .filter(certificate -> !certificate.isPrinted())
                .map(certificate -> certificate.serial().text())
                .toList();
    }

    /** Each for itself: what is printed and signed stays so when a later one fails. */
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    void print(String serial) {
        Certificate certificate = certificate(serial);
        Certification batch = certificate.certification();
        ProjectFacts project = projects.project(batch.projectCode());
        byte[] document = CertificateDocument.print(new CertificateFacts(
                certificate.name(),
                projects.economy(certificate.economy()).name(),
                project.title(),
                project.code(),
                project.start(),
                project.end(),
                certificate.issuedOn(),
                batch.signatory(),
                certificate.serial(),
                verifyUrl + "/" + serial));
        files.save(certificate.print(
                notary.issue(CertificatePapers.CERTIFICATE + serial, "Certificate of attendance", document)));
    }

    void revoke(String code, String serial, String reason, String by) {
        Certificate certificate = certificate(serial);
        if (!certificate.certification().projectCode().equals(code)) {
            throw new Refusal("This certificate belongs to another project.");
        }
        certificate.revoke(reason, by, clock.instant());
    }

    private Certification batch(String code) {
        return certifications
                .findByProjectCode(code)
                .orElseThrow(() -> new Refusal("No certificates have been prepared for this project yet."));
    }

    private Certificate certificate(String serial) {
        return certificates
                .findBySerial(serial)
                .orElseThrow(() -> new Refusal("Please choose the certificate that is revoked."));
    }
}
