package org.assent.certification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.assent.certification.CertificateRegister.CertificateLine;
import org.assent.engine.FreshDesk;
import org.assent.engine.Refusal;
import org.assent.ledger.LedgerDesk;
import org.assent.print.HtmlPrinter;
import org.assent.print.Imprint;
import org.assent.project.ProjectFixture;
import org.camunda.bpm.engine.IdentityService;
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
import org.springframework.jdbc.core.JdbcTemplate;

@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@ExtendWith(FreshDesk.class)
class CertificatePageTest {

    @Autowired
    TestRestTemplate web;

    @Autowired
    ProjectFixture projects;

    @Autowired
    CertificationFixture fixture;

    @Autowired
    CertificateRegister register;

    @Autowired
    JdbcTemplate database;

    @Autowired
    LedgerDesk ledger;

    @Autowired
    IdentityService identity;

    private String code;
    private CertificateLine certificate;

    @BeforeEach
    void certificatesAreOut() {
        code = projects.issued();
        fixture.issued(code);
        certificate = register.certificates(code).get(0);
    }

    @Test
    void a_genuine_certificate_is_told_with_name_project_and_dates_and_nothing_else() {
        ResponseEntity<String> answer = get("/verify/" + certificate.serial());

        assertThat(answer.getStatusCode()).isEqualTo(HttpStatus.OK);
        assertThat(answer.getHeaders().getFirst("Cache-Control")).contains("no-store");
        assertThat(answer.getHeaders().getFirst("Content-Type")).isEqualTo("text/html;charset=UTF-8");
        assertThat(answer.getHeaders().getFirst("Content-Security-Policy")).contains("default-src 'none'");
        assertThat(answer.getHeaders()).doesNotContainKey("Set-Cookie");
        assertThat(answer.getBody())
                .contains(
                        "This certificate is genuine.",
                        "রহিমা খাতুন",
                        "Workshop on Performance Management Systems",
                        "24–26 August 2022")
                .contains("Date of issue")
                .contains("Electronically signed by", "Assent demonstration desk", certificate.sha256())
                .doesNotContain("<script", "BD-1", "Bangladesh", "example.org");
    }

    @Test
    void the_page_proves_since_when_the_certificate_is_on_record_once_that_is_sealed() {
        assertThat(get("/verify/" + certificate.serial()).getBody()).doesNotContain("On record since");
        assertThat(database.queryForList(
                        "select entry from ledger_document where sha256 = ?", Long.class, certificate.sha256()))
                .as("each issue is told once")
                .hasSize(1);

        identity.setAuthentication("auditor", List.of("auditors"));
        ledger.verify();
        await().pollInSameThread().until(() -> !"running".equals(ledger.state().get("state")));

        assertThat(get("/verify/" + certificate.serial()).getBody())
                .contains("On record since ", "by root 1 of the desk", "&quot;signature&quot;");
    }

    @Test
    void another_document_in_the_place_of_the_one_issued_is_told() {
        byte[] other = register.pdf(register.certificates(code).get(1).serial());
        byte[] tampered = register.pdf(certificate.serial());
        tampered[tampered.length / 2] ^= 1;
        keep(other);
        told("document kept of it has been");
        database.update("update certificate set sha256 = ? where serial = ?", sha256(tampered), certificate.serial());
        keep(tampered);
        told("document kept of it has been");
        keep(other);
        assertThatThrownBy(() -> register.pdf(certificate.serial()))
                .isInstanceOf(Refusal.class)
                .hasMessageStartingWith("The document kept for this certificate is not the one that was issued.");
        database.update("delete from certificate_file where serial = ?", certificate.serial());
        told("document kept of it has been");
    }

    @Test
    void a_certificate_from_before_they_were_signed_is_genuine_and_the_page_says_that_it_is_not_signed() {
        byte[] unsigned = HtmlPrinter.print(
                "<html><body><p>old</p></body></html>", new Imprint("old", "", "", "old", Instant.EPOCH));
        database.update("update certificate set sha256 = ? where serial = ?", sha256(unsigned), certificate.serial());
        keep(unsigned);

        told("This certificate is genuine.");
        told("before certificates were signed electronically");
    }

    @Test
    void a_certificate_whose_holder_was_erased_can_still_be_proved_by_whoever_has_it() {
        database.update("update certificate set name = '' where serial = ?", certificate.serial());
        database.update("delete from certificate_file where serial = ?", certificate.serial());

        told("A certificate with this number was issued.");
        told(certificate.sha256());
        assertThat(get("/verify/" + certificate.serial()).getBody()).doesNotContain("<dt>Name</dt>", "genuine.");
    }

    private void keep(byte[] pdf) {
        database.update("update certificate_file set pdf = ? where serial = ?", pdf, certificate.serial());
    }

    private void told(String sentence) {
        assertThat(get("/verify/" + certificate.serial()).getBody()).contains(sentence);
    }

    private static String sha256(byte[] pdf) {
        return new CertificateFile("", pdf).sha256();
    }

    @Test
    void a_number_may_be_typed_as_people_type() {
        String typed = certificate.serial().toLowerCase(Locale.ROOT).replace("-", " ");

        assertThat(get("/verify?serial=" + typed.replace(" ", "+")).getBody()).contains("This certificate is genuine.");
        assertThat(get("/verify/" + certificate.serial().replace("-", "")).getBody())
                .contains("This certificate is genuine.");
    }

    @Test
    void a_revoked_certificate_says_so_without_name_or_reason() {
        fixture.revoked(code, certificate.serial());

        ResponseEntity<String> answer = get("/verify/" + certificate.serial());

        assertThat(answer.getStatusCode()).isEqualTo(HttpStatus.OK);
        assertThat(answer.getBody())
                .contains("This certificate has been revoked. It is not valid.")
                .doesNotContain("genuine.", "রহিমা", "Somebody else", "Workshop");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/verify/APO-22-00000-00000-00000-00000",
                "/verify/nonsense",
                "/verify/1",
                "/verify/a/b/c",
                "/verify?serial=%27%20or%201=1--",
                "/verify/%E0%A6%B0",
            })
    void an_unknown_number_or_garbage_is_answered_alike(String address) {
        ResponseEntity<String> answer = get(address);

        assertThat(answer.getStatusCode()).isEqualTo(HttpStatus.NOT_FOUND);
        assertThat(answer.getBody())
                .contains("No certificate has this serial number.", "<form action=\"/verify\"")
                .doesNotContain("Exception", "Whitelabel");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/verify/%3Cscript%3Ealert(1)%3C%2Fscript%3E",
                "/verify/%22%3E%3Cimg%20src=x%20onerror=alert(1)%3E",
                "/verify?serial=%22%3E%3Cscript%3Ealert(1)%3C/script%3E",
            })
    void markup_in_an_address_never_becomes_markup_of_the_page(String address) {
        ResponseEntity<String> answer = get(address);

        assertThat(answer.getStatusCode().is4xxClientError()).isTrue();
        assertThat(answer.getBody() == null ? "" : answer.getBody()).doesNotContain("<script", "<img");
    }

    @Test
    void the_page_asks_for_a_number_without_scripts() {
        ResponseEntity<String> page = get("/verify");

        assertThat(page.getStatusCode()).isEqualTo(HttpStatus.OK);
        assertThat(page.getBody()).contains("name=\"serial\"", "Verify").doesNotContain("<script", "class=\"answer");
    }

    /** As it stands; the template would encode it again. */
    private ResponseEntity<String> get(String address) {
        return web.getForEntity(URI.create(web.getRootUri() + address), String.class);
    }
}
