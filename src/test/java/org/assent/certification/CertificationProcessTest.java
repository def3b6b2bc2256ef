package org.assent.certification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.execute;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.job;

import java.security.MessageDigest;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Date;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.assent.access.CaseForms;
import org.assent.attendance.AttendanceFixture;
import org.assent.certification.CertificateRegister.CertificateLine;
import org.assent.certification.CertificateRegister.DecisionLine;
import org.assent.engine.Messages;
import org.assent.engine.ProcessTest;
import org.assent.engine.Refusal;
import org.assent.mail.Outbox;
import org.assent.mail.OutboxMail;
import org.assent.notary.Notary;
import org.assent.notary.PaperInspector;
import org.assent.project.ProjectFixture;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

@ProcessTest(CertificationProcess.KEY)
class CertificationProcessTest {

    @Autowired
    ProcessEngine engine;

    @Autowired
    ProjectFixture projects;

    @Autowired
    CertificationFixture fixture;

    @Autowired
    AttendanceFixture attendance;

    @Autowired
    CertificateRegister register;

    @Autowired
    Notary notary;

    @Autowired
    Outbox outbox;

    @Autowired
    Messages messages;

    @Autowired
    JdbcTemplate database;

    private String code;

    @BeforeEach
    void theSessionsAreOver() {
        // the second of September in Tokyo, the first elsewhere
        ClockUtil.setCurrentTime(Date.from(Instant.parse("2022-09-01T16:00:00Z")));
        code = projects.issuedAnew();
    }

    @Test
    void who_attended_every_session_held_receives_a_certificate_and_the_others_are_told_why_not() throws Exception {
        fixture.attended(code);
        ProcessInstance certification = begin();
        Map<String, Object> form = forms().open("secretary-general", "signCertificates");
        assertThat(form.get("certified").toString())
                .contains("BD-1", "রহিমা খাতুন", "Bangladesh", "LK-1")
                .doesNotContain("VN-1", "TR-1", "IN-1", "NP-1");
        assertThat(form.get("notCertified").toString()).contains("Việt Nguyễn", "absent from session 2");
        assertThat(form).containsEntry("summary", "Present at all sessions held: 2. Without certificate: 4.");

        forms().submit("secretary-general", "signCertificates", Map.of("signOff", "SIGN"));
        assertThat(register.certificates(code)).isEmpty();
        execute(job("issueCertificates", certification));
        execute(job("sendCertificates", certification));
        execute(job("tellWithoutCertificate", certification));

        assertThat(certification).isEnded().hasPassed("certificatesIssued");
        assertThat(register.certificates(code))
                .extracting(CertificateLine::reference)
                .containsExactly("BD-1", "LK-1");
        assertThat(register.decisions(code))
                .extracting(DecisionLine::reference, DecisionLine::reason)
                .containsExactly(
                        tuple("BD-1", null),
                        tuple("IN-1", "did not confirm the place"),
                        tuple("LK-1", null),
                        tuple("NP-1", "withdrew"),
                        tuple("TR-1", "attended no session"),
                        tuple("VN-1", "absent from session 2"));
        assertThat(register.signOff(code)).hasValueSatisfying(signature -> {
            assertThat(signature.by()).isEqualTo("secretary-general");
            assertThat(signature.at()).isEqualTo(Instant.parse("2022-09-01T16:00:00Z"));
        });
        CertificateLine certificate = register.certificates(code).get(0);
        assertThat(certificate.issuedOn()).isEqualTo(LocalDate.of(2022, 9, 2));
        byte[] pdf = register.pdf(certificate.serial());
        assertThat(certificate.sha256())
                .isEqualTo(HexFormat.of()
                        .formatHex(MessageDigest.getInstance("SHA-256").digest(pdf)));
        try (PDDocument document = Loader.loadPDF(pdf)) {
            assertThat(new PDFTextStripper().getText(document))
                    .contains(
                            "রহিমা খাতুন",
                            "Bangladesh",
                            "24–26 August 2022",
                            "2 September 2022",
                            "https://assent.example.org/verify/" + certificate.serial());
        }
        PaperInspector.inspect(notary, pdf, "certificate");
        assertThat(letter("sendCertificates.BD")).satisfies(letter -> {
            assertThat(letter.to()).contains("npo-bd@example.org");
            assertThat(letter.attachments()).containsExactly(certificate.serial() + ".pdf");
            assertThat(outbox.attachment(letter.name(), certificate.serial() + ".pdf")
                            .content())
                    .isEqualTo(pdf);
            assertThat(letter.text()).contains("রহিমা খাতুন").doesNotContain("Nimal");
        });
        assertThat(letter("tellWithoutCertificate.VN").text())
                .contains("Việt Nguyễn: absent from session 2")
                .doesNotContain("İpek");
        assertThat(letters()).hasSize(6);
    }

    @Test
    void a_doubted_list_goes_back_to_the_programme_officer_and_is_made_again() {
        fixture.attended(code);
        ProcessInstance certification = begin();
        assertThatThrownBy(() -> forms().submit("secretary-general", "signCertificates", Map.of("signOff", "RETURN")))
                .isInstanceOf(Refusal.class)
                .hasMessage("Please say in the remark what should be looked into.");
        forms().submit(
                        "secretary-general",
                        "signCertificates",
                        Map.of("signOff", "RETURN", "signOffRemark", "Was the participant from Vietnam absent?"));

        assertThat(certification).isWaitingAt("reviewAttendanceDoubts");
        assertThat(forms().open("programme-officer", "reviewAttendanceDoubts")
                        .get("doubts")
                        .toString())
                .contains("Was the participant from Vietnam absent?");
        attendance.corrected(code, 2, "VN-1", true);
        forms().submit(
                        "programme-officer",
                        "reviewAttendanceDoubts",
                        Map.of("doubtsAnswer", "The host has corrected it."));

        Map<String, Object> form = forms().open("secretary-general", "signCertificates");
        assertThat(form.get("doubts").toString()).contains("The host has corrected it.");
        assertThat(form.get("certified").toString()).contains("VN-1");
        forms().submit("secretary-general", "signCertificates", Map.of("signOff", "SIGN"));
        execute(job("issueCertificates", certification));
        assertThat(register.certificates(code))
                .extracting(CertificateLine::reference)
                .containsExactly("BD-1", "LK-1", "VN-1");
    }

    @Test
    void a_repetition_after_a_failure_between_two_certificates_prints_none_twice() {
        fixture.attended(code);
        ProcessInstance certification = begin();
        forms().submit("secretary-general", "signCertificates", Map.of("signOff", "SIGN"));
        List<String> drawn = serials();
        // no font for this script
        database.update("update certificate set name = 'ნინო' where reference = 'LK-1'");

        assertThatThrownBy(() -> execute(job("issueCertificates", certification)))
                .hasStackTraceContaining("cannot be printed");
        CertificateLine first = register.certificates(code).stream().findFirst().orElseThrow();
        assertThat(register.certificates(code)).hasSize(1);
        byte[] pdf = register.pdf(first.serial());
        database.update("update certificate set name = 'Nimal Perera' where reference = 'LK-1'");
        execute(job("issueCertificates", certification));

        assertThat(serials()).isEqualTo(drawn);
        assertThat(register.certificates(code)).hasSize(2).first().isEqualTo(first);
        assertThat(register.pdf(first.serial())).isEqualTo(pdf);
        assertThat(database.queryForObject("select count(*) from certificate_file", Integer.class))
                .isEqualTo(2);
    }

    @Test
    void without_any_session_held_nobody_receives_a_certificate_and_the_case_ends() {
        fixture.unheld(code);
        ProcessInstance certification = begin();
        forms().submit("secretary-general", "signCertificates", Map.of("signOff", "SIGN"));
        execute(job("issueCertificates", certification));
        execute(job("sendCertificates", certification));
        execute(job("tellWithoutCertificate", certification));

        assertThat(certification).isEnded();
        assertThat(register.certificates(code)).isEmpty();
        assertThat(letter("tellWithoutCertificate.LK").text()).contains("no session was held");
    }

    @Test
    void a_certificate_is_revoked_with_a_reason_and_its_npo_is_told() {
        fixture.issued(code);
        String serial = register.certificates(code).get(0).serial();
        ProcessInstance revocation = askForRevocation();
        assertThat(forms().open("secretary-general", "revokeCertificate")
                        .get("certificateChoices")
                        .toString())
                .contains("রহিমা খাতুন, Bangladesh, " + serial);
        assertThatThrownBy(
                        () -> forms().submit("secretary-general", "revokeCertificate", Map.of("revocation", "REVOKE")))
                .isInstanceOf(Refusal.class)
                .hasMessage("Please choose the certificate that is revoked.");

        forms().submit("secretary-general", "revokeCertificate", revoke(serial));
        execute(job("tellRevocation", revocation));

        assertThat(revocation).isEnded().hasPassed("certificateRevoked");
        assertThat(register.find(serial)).map(CertificateLine::revoked).contains(true);
        assertThat(letter("tellRevocation.BD." + serial).text()).contains("Another person took part.");
        assertThat(letters()).hasSize(1);
        askForRevocation();
        assertThat(forms().open("secretary-general", "revokeCertificate")
                        .get("certificateChoices")
                        .toString())
                .doesNotContain(serial);
        assertThatThrownBy(() -> forms().submit("secretary-general", "revokeCertificate", revoke(serial)))
                .isInstanceOf(Refusal.class)
                .hasMessage("This certificate has already been revoked.");
    }

    @Test
    void a_certificate_of_another_project_is_not_revoked_here() {
        fixture.issued(code);
        String serial = register.certificates(code).get(0).serial();
        code = projects.issuedAnew();
        askForRevocation();

        assertThatThrownBy(() -> forms().submit("secretary-general", "revokeCertificate", revoke(serial)))
                .isInstanceOf(Refusal.class)
                .hasMessage("This certificate belongs to another project.");
    }

    @Test
    void the_wish_for_a_revocation_can_be_declined() {
        fixture.issued(code);
        ProcessInstance revocation = askForRevocation();

        forms().submit("secretary-general", "revokeCertificate", Map.of("revocation", "KEEP"));

        assertThat(revocation).isEnded().hasPassed("certificatesKept");
        assertThat(register.certificates(code)).noneMatch(CertificateLine::revoked);
    }

    @Test
    void nobody_signs_for_the_secretary_general() {
        fixture.attended(code);
        begin();

        assertThatThrownBy(() -> forms().submit("programme-officer", "signCertificates", Map.of("signOff", "SIGN")))
                .isInstanceOf(Refusal.class);
        assertThat(register.signOff(code)).isEmpty();
    }

    private static org.assertj.core.groups.Tuple tuple(Object... values) {
        return org.assertj.core.groups.Tuple.tuple(values);
    }

    private static Map<String, Object> revoke(String serial) {
        return Map.of("revocation", "REVOKE", "serial", serial, "revocationReason", "Another person took part.");
    }

    private ProcessInstance begin() {
        return engine.getRuntimeService().startProcessInstanceByKey(CertificationProcess.KEY, code);
    }

    private ProcessInstance askForRevocation() {
        String id = messages.start("certification.revocationRequested", code, Map.of());
        return engine.getRuntimeService()
                .createProcessInstanceQuery()
                .processInstanceId(id)
                .singleResult();
    }

    private List<String> serials() {
        return database.queryForList("select serial from certificate order by economy", String.class);
    }

    private List<OutboxMail> letters() {
        return outbox.list().stream()
                .filter(letter -> letter.key().startsWith(code + "."))
                .toList();
    }

    private OutboxMail letter(String key) {
        return letters().stream()
                .filter(letter -> letter.key().equals(code + "." + key))
                .findFirst()
                .orElseThrow();
    }

    private CaseForms forms() {
        return CaseForms.of(engine, code);
    }
}
