package org.assent.certification;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.assent.certification.CertificateRegister.CertificateLine;
import org.assent.engine.Messages;
import org.assent.project.ProjectFixture;
import org.assent.webapp.Desk;
import org.assent.webapp.DeskTest;
import org.assent.webapp.Official;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@DeskTest
class CertificationDeskTest {

    @Autowired
    ProjectFixture projects;

    @Autowired
    CertificationFixture fixture;

    @Autowired
    CertificateRegister register;

    @Autowired
    Messages messages;

    @Autowired
    RuntimeService runtime;

    @Autowired
    ManagementService jobs;

    @Test
    void a_doubted_list_is_signed_at_last_and_one_certificate_revoked(Desk desk) {
        String code = projects.issuedAnew();
        fixture.attended(code);
        String certification = runtime.startProcessInstanceByKey(CertificationProcess.KEY, code)
                .getId();

        Official secretaryGeneral = desk.login("secretary-general").open("signCertificates");
        secretaryGeneral
                .see("Present at all sessions held: 2. Without certificate: 4.")
                .see("absent from session 2")
                .photograph("signCertificates")
                .fill("Your decision", "Return the list to the programme officer");
        assertThat(secretaryGeneral.completeInVain())
                .containsExactly("Please say in the remark what should be looked into.");
        secretaryGeneral
                .fill("Remark", "Was the participant from Vietnam absent?")
                .complete();

        Official officer = desk.login("programme-officer").open("reviewAttendanceDoubts");
        officer.see("Was the participant from Vietnam absent?")
                .fill("Your answer to the Secretary-General", "The host has confirmed the entry.")
                .photograph("reviewAttendanceDoubts")
                .complete();

        secretaryGeneral
                .open("signCertificates")
                .see("The host has confirmed the entry.")
                .fill("Your decision", "Sign all certificates")
                .photograph("signCertificates.again")
                .complete();
        jobs.executeJob(jobs.createJobQuery()
                .processInstanceId(certification)
                .activityId("issueCertificates")
                .singleResult()
                .getId());
        assertThat(register.certificates(code))
                .extracting(CertificateLine::reference)
                .containsExactly("BD-1", "LK-1");

        CertificateLine certificate = register.certificates(code).get(1);
        messages.start("certification.revocationRequested", code, Map.of());
        secretaryGeneral
                .open("revokeCertificate")
                .fill("Your decision", "Revoke a certificate")
                .fill("Certificate", certificate.name() + ", Sri Lanka, " + certificate.serial())
                .fill("Reason", "Another person took part in this name")
                .photograph("revokeCertificate")
                .complete();

        assertThat(register.find(certificate.serial()))
                .map(CertificateLine::revoked)
                .contains(true);
        assertThat(secretaryGeneral.scriptErrors()).isEmpty();
        assertThat(officer.scriptErrors()).isEmpty();
    }
}
