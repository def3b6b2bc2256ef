package org.assent.certification;

import static org.springframework.web.util.HtmlUtils.htmlEscape;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;
import org.assent.certification.CertificateRegister.CertificateLine;
import org.assent.notary.Attestation;
import org.assent.notary.Notary;
import org.assent.project.ProjectFacts;
import org.assent.project.ProjectRegister;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Tells anybody whether a certificate is genuine, and nothing that does not stand on it. */
@RestController
class VerifyPage {

    private static final MediaType HTML = new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8);
    private static final int LONGEST_SHOWN = 60;
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern(
                    "d MMMM uuuu, HH:mm:ss 'UTC'", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);

    private static final String STYLE =
            """
            body { font: 1.05rem/1.5 system-ui, sans-serif; color: #1b2538; background: #f4f5f8; margin: 0; }
            main { max-width: 36rem; margin: 3rem auto; padding: 2rem; background: #fff; border-top: .35rem solid #122b55; }
            h1 { font-size: 1.3rem; margin-top: 0; }
            .answer { font-size: 1.15rem; font-weight: bold; padding: .8rem 1rem; border-left: .4rem solid; }
            .genuine { color: #14532d; background: #e9f7ee; }
            .not { color: #7f1d1d; background: #fdecec; }
            dt { color: #5c6675; font-size: .9rem; }
            dd { margin: 0 0 .7rem; }
            .hash, pre { font-family: ui-monospace, monospace; font-size: .85rem; overflow-wrap: anywhere; white-space: pre-wrap; }
            label { display: block; margin-bottom: .3rem; }
            input { font: inherit; padding: .4rem; width: 100%; box-sizing: border-box; }
            button { font: inherit; margin-top: .8rem; padding: .4rem 1.2rem; }
            """;

    /** The one style sheet is known by its hash; nothing else is loaded, and nothing runs. */
    private static final String POLICY = "default-src 'none'; style-src 'sha256-" + hash(STYLE)
            + "'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

    private static final String PAGE =
            """
            <!DOCTYPE html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta name="robots" content="noindex">
            <title>%s</title>
            <style>%s</style>
            </head>
            <body>
            <main>
            <h1>APO certificates of attendance</h1>
            %s
            <form action="/verify" method="get">
            <label for="serial">Serial number, as printed on the certificate</label>
            <input id="serial" name="serial" value="%s" autocomplete="off" spellcheck="false" required>
            <button type="submit">Verify</button>
            </form>
            </main>
            </body>
            </html>
            """;

    private final CertificateRegister register;
    private final ProjectRegister projects;
    private final Notary notary;

    VerifyPage(CertificateRegister register, ProjectRegister projects, Notary notary) {
        this.register = register;
        this.projects = projects;
        this.notary = notary;
    }

    @GetMapping("/verify")
    ResponseEntity<String> ask(@RequestParam(defaultValue = "") String serial) {
        return serial.isBlank() ? page(HttpStatus.OK, "Verify a certificate", "", "") : answer(serial);
    }

    /** All that follows, so that an address which somebody mistyped is answered too. */
    @GetMapping("/verify/{*serial}")
    ResponseEntity<String> verify(@PathVariable String serial) {
        return ask(serial.replaceFirst("^/", ""));
    }

    private ResponseEntity<String> answer(String typed) {
        Optional<CertificateLine> found = register.find(typed);
        if (found.isEmpty()) {
            return page(
                    HttpStatus.NOT_FOUND,
                    "Not genuine",
                    """
                    <p class="answer not">No certificate has this serial number.</p>
                    <p>Please compare the number with the one printed on the certificate.</p>
                    """,
                    typed);
        }
        CertificateLine certificate = found.get();
        if (certificate.revoked()) {
            return page(
                    HttpStatus.OK,
                    "Revoked",
                    """
                    <p class="answer not">This certificate has been revoked. It is not valid.</p>
                    """,
                    certificate.serial());
        }
        if (certificate.name().isEmpty()) {
            return page(HttpStatus.OK, "Issued", issuedLongAgo(certificate), certificate.serial());
        }
        Attestation attestation = register.attestation(certificate.serial());
        return switch (attestation.state()) {
            case GENUINE, UNSIGNED ->
                page(
                        HttpStatus.OK,
                        "Genuine",
                        genuine(certificate) + signature(attestation) + proof(attestation.sha256()),
                        certificate.serial());
            case CHANGED, FOREIGN ->
                page(
                        HttpStatus.OK,
                        "Not the document that was issued",
                        """
                        <p class="answer not">A certificate with this number was issued, but the document kept of it has been
                        changed or replaced since.</p>
                        <p>Please ask the APO Secretariat.</p>
                        """,
                        certificate.serial());
        };
    }

    /** Of the PDF itself: whoever has a copy works out its fingerprint, or lets a PDF reader check the signature. */
    private static String signature(Attestation attestation) {
        String signed = attestation.signedAt() == null
                ? "<dt>Electronic signature</dt><dd>None: issued before certificates were signed electronically</dd>"
                : "<dt>Electronically signed by</dt><dd>%s</dd><dt>Signed on</dt><dd>%s</dd>"
                        .formatted(shown(attestation.signer()), MOMENT.format(attestation.signedAt()));
        return """
                <dl>
                %s
                <dt>Fingerprint of the PDF (SHA-256)</dt><dd class="hash">%s</dd>
                </dl>
                <p>A PDF with another fingerprint is not the one that was issued.</p>
                """
                .formatted(signed, attestation.sha256());
    }

    /** Whose it was is erased when the project's time of retention is over. */
    private String issuedLongAgo(CertificateLine certificate) {
        return """
                <p class="answer genuine">A certificate with this number was issued.</p>
                <p>What is known of its holder has been erased, as the rules on retention ask. A PDF is the one that was
                issued if it has this fingerprint.</p>
                <dl>
                <dt>Date of issue</dt><dd>%s</dd>
                <dt>Fingerprint of the PDF (SHA-256)</dt><dd class="hash">%s</dd>
                </dl>
                """
                        .formatted(
                                CertificateDocument.days(certificate.issuedOn(), certificate.issuedOn()),
                                certificate.sha256())
                + proof(certificate.sha256());
    }

    private String proof(String sha256) {
        return notary.proof(sha256)
                .map(proof ->
                        """
                        <p>%s</p>
                        <details><summary>Proof for programs</summary><pre>%s</pre></details>
                        """
                                .formatted(htmlEscape(proof.sentence()), htmlEscape(proof.evidence())))
                .orElse("");
    }

    private String genuine(CertificateLine certificate) {
        ProjectFacts project = projects.project(certificate.projectCode());
        return """
                <p class="answer genuine">This certificate is genuine.</p>
                <dl>
                <dt>Name</dt><dd>%s</dd>
                <dt>Project</dt><dd>%s</dd>
                <dt>Dates</dt><dd>%s</dd>
                <dt>Date of issue</dt><dd>%s</dd>
                </dl>
                <p>Please compare these words with the certificate in your hands.</p>
                """
                .formatted(
                        shown(certificate.name()),
                        shown(project.title()),
                        CertificateDocument.days(project.start(), project.end()),
                        CertificateDocument.days(certificate.issuedOn(), certificate.issuedOn()));
    }

    /** Escaped, and without the marks that would turn the line around. */
    private static String shown(String typed) {
        return htmlEscape(typed.replaceAll("[\\u202A-\\u202E\\u2066-\\u2069]", ""));
    }

    private static ResponseEntity<String> page(HttpStatus status, String title, String answer, String typed) {
        String shown = typed.length() > LONGEST_SHOWN ? typed.substring(0, LONGEST_SHOWN) : typed;
        return ResponseEntity.status(status)
                .contentType(HTML)
                .cacheControl(CacheControl.noStore())
                .header("Content-Security-Policy", POLICY)
                .body(PAGE.formatted(title, STYLE, answer, htmlEscape(shown)));
    }

    private static String hash(String style) {
        try {
            return Base64.getEncoder()
                    .encodeToString(
                            MessageDigest.getInstance("SHA-256").digest(style.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
