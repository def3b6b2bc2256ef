package org.assent.signing;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.assent.engine.Refusal;
import org.hibernate.annotations.Immutable;

/** The document of a version that both have signed, byte for byte as it was issued. */
@Entity
@Immutable
class IssuedAgreement {

    @Id
    @Column(name = "signing_id")
    private long signing;

    private String sha256;
    private byte[] pdf;

    @SuppressWarnings("NullAway.Init") // Hibernate fills the fields
    protected IssuedAgreement() {}

    IssuedAgreement(long signing, byte[] pdf) {
        this.signing = signing;
        this.pdf = pdf.clone();
        this.sha256 = hash(pdf);
    }

    boolean isTheOneIssued() {
        return sha256.equals(hash(pdf));
    }

    /** Refused where another document has taken its place. */
    byte[] pdf() {
        if (!isTheOneIssued()) {
            throw new Refusal("The document kept for this agreement is not the one that was issued. Please tell the"
                    + " administrator.");
        }
        return pdf.clone();
    }

    /** Whatever lies there. */
    byte[] bytes() {
        return pdf.clone();
    }

    private static String hash(byte[] pdf) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(pdf));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
