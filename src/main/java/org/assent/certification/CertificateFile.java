package org.assent.certification;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.hibernate.annotations.Immutable;

/** The signed document, byte for byte as it was sent. */
@Entity
@Immutable
class CertificateFile {

    @Id
    private String serial;

    private byte[] pdf;

    @SuppressWarnings("NullAway.Init") // Hibernate fills the fields
    protected CertificateFile() {}

    CertificateFile(String serial, byte[] pdf) {
        this.serial = serial;
        this.pdf = pdf.clone();
    }

    String sha256() {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(pdf));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    byte[] pdf() {
        return pdf.clone();
    }
}
