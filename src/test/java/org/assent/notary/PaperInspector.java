package org.assent.notary;

import static org.assertj.core.api.Assertions.assertThat;

import eu.europa.esig.dss.diagnostic.SignatureWrapper;
import eu.europa.esig.dss.enumerations.Indication;
import eu.europa.esig.dss.enumerations.SignatureLevel;
import eu.europa.esig.dss.model.FileDocument;
import eu.europa.esig.dss.model.InMemoryDocument;
import eu.europa.esig.dss.model.x509.CertificateToken;
import eu.europa.esig.dss.simplereport.SimpleReport;
import eu.europa.esig.dss.spi.validation.CommonCertificateVerifier;
import eu.europa.esig.dss.spi.x509.CommonTrustedCertificateSource;
import eu.europa.esig.dss.spi.x509.revocation.crl.ExternalResourcesCRLSource;
import eu.europa.esig.dss.validation.SignedDocumentValidator;
import eu.europa.esig.dss.validation.reports.Reports;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.util.List;
import org.verapdf.core.VeraPDFException;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.PDFAValidator;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;

/**
 * Looks at an issued document with the validators of others: the European Commission's for the signature, veraPDF for the
 * archive; what passed is kept for pdfsig, which .ci/run asks. Public: the tests of whoever issues documents ask here.
 */
public final class PaperInspector {

    /** Where every test that is a demonstration has its authority. */
    static final Path AUTHORITY = Path.of("target/signing");

    private static final Path KEPT = Path.of("target/papers/signed");

    private PaperInspector() {}

    /** @param name of the file that is kept, without ending */
    public static void inspect(Notary notary, byte[] pdf, String name) {
        signed(notary.chain(), pdf);
        archival(pdf);
        try {
            Files.createDirectories(KEPT);
            Files.write(KEPT.resolve(name + ".pdf"), pdf);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static void signed(List<X509Certificate> chain, byte[] pdf) {
        Reports reports = dss(chain, pdf);
        SimpleReport verdict = reports.getSimpleReport();
        String only = verdict.getFirstSignatureId();
        assertThat(verdict.getIndication(only))
                .as("%s %s", verdict.getAdESValidationErrors(only), verdict.getQualificationErrors(only))
                .isEqualTo(Indication.TOTAL_PASSED);
        assertThat(reports.getDiagnosticData().getSignatures()).singleElement().satisfies(signature -> {
            assertThat(signature.isSignatureIntact()).isTrue();
            assertThat(signature.isSignatureValid()).isTrue();
            assertThat(signature.isBLevelTechnicallyValid()).isTrue();
            assertThat(signature.getSignatureFormat()).isEqualTo(SignatureLevel.PAdES_BASELINE_B);
            assertThat(signature.isSigningCertificateReferenceUnique()).isTrue();
            assertThat(signature.isTrustedChain()).isTrue();
            assertThat(signature.getPDFRevision().isPdfSignatureDictionaryConsistent())
                    .isTrue();
        });
    }

    static SignatureWrapper signature(List<X509Certificate> chain, byte[] pdf) {
        return dss(chain, pdf).getDiagnosticData().getSignatures().get(0);
    }

    static Reports dss(List<X509Certificate> chain, byte[] pdf) {
        CommonTrustedCertificateSource trusted = new CommonTrustedCertificateSource();
        trusted.addCertificate(new CertificateToken(chain.get(chain.size() - 1)));
        CommonCertificateVerifier verifier = new CommonCertificateVerifier();
        verifier.setTrustedCertSources(trusted);
        verifier.setCrlSource(revocations());
        SignedDocumentValidator validator = SignedDocumentValidator.fromDocument(new InMemoryDocument(pdf));
        validator.setCertificateVerifier(verifier);
        return validator.validateDocument();
    }

    private static ExternalResourcesCRLSource revocations() {
        Path list = AUTHORITY.resolve("authority.crl");
        return Files.exists(list)
                ? new ExternalResourcesCRLSource(new FileDocument(list.toFile()))
                : new ExternalResourcesCRLSource(new InputStream[0]);
    }

    public static void archival(byte[] pdf) {
        VeraGreenfieldFoundryProvider.initialise();
        try (PDFAParser parser =
                        Foundries.defaultInstance().createParser(new ByteArrayInputStream(pdf), PDFAFlavour.PDFA_2_B);
                PDFAValidator validator = Foundries.defaultInstance().createValidator(PDFAFlavour.PDFA_2_B, false)) {
            var result = validator.validate(parser);
            assertThat(result.getTotalAssertions()).isGreaterThan(100);
            assertThat(result.getTestAssertions())
                    .extracting(TestAssertion::getRuleId, TestAssertion::getMessage, TestAssertion::getErrorMessage)
                    .isEmpty();
            assertThat(result.isCompliant()).isTrue();
        } catch (IOException | VeraPDFException e) {
            throw new IllegalStateException(e);
        }
    }
}
