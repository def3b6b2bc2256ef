package org.assent.certification;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.assent.certification.CertificateRegister.CertificateLine;
import org.assent.engine.FreshDesk;
import org.assent.project.ProjectFixture;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;

@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@ExtendWith(FreshDesk.class)
class CertificateApiTest {

    @Autowired
    TestRestTemplate web;

    @Autowired
    ProjectFixture projects;

    @Autowired
    CertificationFixture fixture;

    @Autowired
    CertificateRegister register;

    @Autowired
    TaskService tasks;

    private String code;
    private List<CertificateLine> certificates;

    @BeforeEach
    void certificatesAreOut() {
        code = projects.issued();
        fixture.issued(code);
        certificates = register.certificates(code);
    }

    @Test
    void an_npo_fetches_its_own_certificates_and_no_other() {
        CertificateLine bangladesh = certificates.get(0);

        ResponseEntity<byte[]> own = as("npo-bd").getForEntity(path(bangladesh), byte[].class);
        assertThat(own.getStatusCode()).isEqualTo(HttpStatus.OK);
        assertThat(own.getHeaders().getFirst("Content-Type")).isEqualTo("application/pdf");
        assertThat(own.getBody()).isEqualTo(register.pdf(bangladesh.serial()));

        assertThat(as("npo-lk").getForEntity(path(bangladesh), String.class))
                .satisfies(
                        foreign -> assertThat(foreign.getStatusCode().value()).isEqualTo(422))
                .satisfies(foreign ->
                        assertThat(foreign.getBody()).contains("You have no certificate with this serial number."));
        assertThat(web.getForEntity(path(bangladesh), String.class).getStatusCode())
                .isEqualTo(HttpStatus.UNAUTHORIZED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"programme-officer", "secretary-general", "auditor"})
    void the_secretariat_and_its_auditors_fetch_any(String user) {
        assertThat(as(user).getForEntity(path(certificates.get(1)), byte[].class)
                        .getStatusCode())
                .isEqualTo(HttpStatus.OK);
    }

    @ParameterizedTest
    @ValueSource(strings = {"accounts", "process-owner"})
    void nobody_else_does(String user) {
        assertThat(as(user).getForEntity(path(certificates.get(1)), String.class)
                        .getStatusCode()
                        .value())
                .isEqualTo(422);
    }

    @Test
    void a_revocation_is_asked_for_by_the_secretariat_once_at_a_time() {
        assertThat(ask("npo-bd").getStatusCode().value()).isEqualTo(422);
        assertThat(ask("programme-officer").getStatusCode()).isEqualTo(HttpStatus.CREATED);

        assertThat(ask("programme-officer").getBody()).contains("already waits for the decision");
        assertThat(tasks.createTaskQuery()
                        .taskDefinitionKey("revokeCertificate")
                        .count())
                .isEqualTo(1);
    }

    @Test
    void nothing_is_asked_for_where_no_certificate_is_valid() {
        certificates.forEach(certificate -> fixture.revoked(code, certificate.serial()));

        assertThat(ask("programme-officer").getBody()).contains("no valid certificate");
    }

    private ResponseEntity<String> ask(String user) {
        return as(user).postForEntity("/api/projects/" + code + "/revocations", null, String.class);
    }

    private TestRestTemplate as(String user) {
        return web.withBasicAuth(user, "demo");
    }

    private static String path(CertificateLine certificate) {
        return "/api/certificates/" + certificate.serial();
    }
}
