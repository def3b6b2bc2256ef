package org.assent.certification;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.assent.notary.Attestation;
import org.jspecify.annotations.Nullable;

/** What is known of certificates. Public: the case page and the rehearsal read it. */
public interface CertificateRegister {

    /** The printed certificates of a project by economy and reference, the revoked ones too. */
    List<CertificateLine> certificates(String code);

    /** For everybody who was ever offered a place: whether the certificate is given, and why not. */
    List<DecisionLine> decisions(String code);

    /** Who signed the batch and when; empty until somebody did. */
    Optional<SignOffLine> signOff(String code);

    /** The document as it was sent; refused for an unknown number, and where another document has taken its place. */
    byte[] pdf(String serial);

    /** What the document kept for this number says of who signed it; a lost one has changed, too. */
    Attestation attestation(String serial);

    /** The certificate with this number, however it is typed; revoked ones are found too. */
    Optional<CertificateLine> find(String serial);

    /**
     * A printed certificate.
     *
     * @param economy ISO2 of the economy whose NPO nominated
     * @param sha256 of the document's bytes, in hexadecimal
     */
    record CertificateLine(
            String serial,
            String projectCode,
            String reference,
            String name,
            String economy,
            LocalDate issuedOn,
            String sha256,
            boolean revoked) {}

    /**
     * Whether somebody receives a certificate.
     *
     * @param attended the number of sessions
     * @param reason null for who receives one; else in words, as {@code absent from session 2}
     */
    record DecisionLine(
            String reference, String economy, String name, boolean certified, int attended, @Nullable String reason) {}

    /** The signature for the batch. */
    record SignOffLine(String by, Instant at) {}
}
