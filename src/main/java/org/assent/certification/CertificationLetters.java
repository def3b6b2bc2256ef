package org.assent.certification;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toList;

import java.util.List;
import java.util.TreeMap;
import org.assent.certification.CertificateRegister.CertificateLine;
import org.assent.certification.CertificateRegister.DecisionLine;
import org.assent.mail.Attachment;
import org.assent.mail.Message;
import org.assent.project.EconomyFacts;
import org.assent.project.ProjectFacts;
import org.assent.project.ProjectRegister;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Writes the letters of certification; each NPO reads of its own participants only. */
@Component
@Transactional(readOnly = true)
class CertificationLetters {

    private final ProjectRegister projects;
    private final CertificateRegister register;
    private final Certifications certifications;

    CertificationLetters(ProjectRegister projects, CertificateRegister register, Certifications certifications) {
        this.projects = projects;
        this.register = register;
        this.certifications = certifications;
    }

    List<Message> certificates(String code) {
        return register.certificates(code).stream()
                .filter(certificate -> !certificate.revoked())
                .collect(groupingBy(CertificateLine::economy, TreeMap::new, toList()))
                .entrySet()
                .stream()
                .map(own -> letter(
                        code,
                        "sendCertificates." + own.getKey(),
                        own.getKey(),
                        "Certificates of attendance",
                        "please hand the attached certificates to your participants, who attended all sessions:\n\n"
                                + own.getValue().stream()
                                        .map(certificate ->
                                                "- " + certificate.name() + ", serial number " + certificate.serial())
                                        .collect(joining("\n"))
                                + "\n\nAnybody can check a certificate at the address printed on it.",
                        own.getValue().stream()
                                .map(certificate -> new Attachment(
                                        certificate.serial() + ".pdf",
                                        "application/pdf",
                                        register.pdf(certificate.serial())))
                                .toList()))
                .toList();
    }

    List<Message> withoutCertificate(String code) {
        return register.decisions(code).stream()
                .filter(decision -> !decision.certified())
                .collect(groupingBy(DecisionLine::economy, TreeMap::new, toList()))
                .entrySet()
                .stream()
                .map(own -> letter(
                        code,
                        "tellWithoutCertificate." + own.getKey(),
                        own.getKey(),
                        "Participants without a certificate of attendance",
                        "the certificate of attendance is given to those who attended all sessions. The following"
                                + " persons receive none:\n\n"
                                + own.getValue().stream()
                                        .map(decision -> "- " + decision.name() + ": " + decision.reason())
                                        .collect(joining("\n")),
                        List.of()))
                .toList();
    }

    /** All of the project: what has been sent is known by its key and not sent again. */
    List<Message> revocations(String code) {
        return certifications.findByProjectCode(code).stream()
                .flatMap(batch -> batch.certificates().stream())
                .filter(Certificate::isRevoked)
                .map(certificate -> letter(
                        code,
                        "tellRevocation." + certificate.economy() + "." + certificate.serial(),
                        certificate.economy(),
                        "A certificate of attendance has been revoked",
                        "the certificate of " + certificate.name() + ", serial number " + certificate.serial()
                                + ", has been revoked and is no longer valid.\n\nReason: "
                                + certificate.revocationReason(),
                        List.of()))
                .toList();
    }

    private Message letter(
            String code, String key, String iso2, String subject, String text, List<Attachment> attachments) {
        ProjectFacts project = projects.project(code);
        EconomyFacts npo = projects.economy(iso2);
        return new Message(
                code + "." + key,
                List.of(npo.liaisonAddress()),
                subject + ": " + code,
                "To " + npo.npo() + "\n\n" + project.title() + " (" + code + "):\n" + text + "\n\nAPO Secretariat\n",
                attachments);
    }
}
