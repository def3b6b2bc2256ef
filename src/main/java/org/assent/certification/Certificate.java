package org.assent.certification;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import org.assent.engine.Refusal;
import org.jspecify.annotations.Nullable;

/** The certificate of somebody who was present at all sessions held (R6); signed first, printed once. */
@Entity
class Certificate {

    /** Where a certificate stands. */
    enum State {
        CERTIFIED,
        REVOKED
    }

    @Id
    @GeneratedValue
    private long id;

    @ManyToOne(fetch = FetchType.LAZY)
    private Certification certification;

    private String reference;
    private String economy;
    private String name;
    private String serial;
    private LocalDate issuedOn;

    @Enumerated(EnumType.STRING)
    private State state = State.CERTIFIED;

    /** Of the document's final bytes; null until it is printed. */
    private @Nullable String sha256;

    private @Nullable String revocationReason;
    private @Nullable String revokedBy;
    private @Nullable Instant revokedAt;

    @Version
    private long version;

    @SuppressWarnings("NullAway.Init") // Hibernate fills the fields
    protected Certificate() {}

    Certificate(Certification certification, Attendee attendee, Serial serial, LocalDate issuedOn) {
        attendee.obstacle().ifPresent(obstacle -> {
            throw new Refusal("%s cannot receive a certificate: %s.".formatted(attendee.reference(), obstacle));
        });
        if (!certification.isSignedOff()) {
            throw new Refusal("The Secretary-General has not signed these certificates yet.");
        }
        if (certification.hasCertificateFor(attendee.reference())) {
            throw new Refusal("%s already has a certificate of this project.".formatted(attendee.reference()));
        }
        this.certification = certification;
        this.reference = attendee.reference();
        this.economy = attendee.economy();
        this.name = attendee.name();
        this.serial = serial.text();
        this.issuedOn = issuedOn;
    }

    /** The document to keep; what it is, its hash says from now on. */
    CertificateFile print(byte[] pdf) {
        if (isPrinted()) {
            throw new IllegalStateException("This certificate has been printed already");
        }
        CertificateFile file = new CertificateFile(serial, pdf);
        sha256 = file.sha256();
        return file;
    }

    void revoke(String reason, String by, Instant at) {
        if (!isPrinted()) {
            throw new Refusal("This certificate has not been issued yet.");
        }
        if (isRevoked()) {
            throw new Refusal("This certificate has already been revoked.");
        }
        if (reason.isBlank()) {
            throw new Refusal("Please give the reason for the revocation.");
        }
        state = State.REVOKED;
        revocationReason = reason.strip();
        revokedBy = by;
        revokedAt = at;
    }

    boolean isPrinted() {
        return sha256 != null;
    }

    boolean isRevoked() {
        return state == State.REVOKED;
    }

    Certification certification() {
        return certification;
    }

    String reference() {
        return reference;
    }

    String economy() {
        return economy;
    }

    String name() {
        return name;
    }

    Serial serial() {
        return new Serial(serial);
    }

    LocalDate issuedOn() {
        return issuedOn;
    }

    @Nullable
    String sha256() {
        return sha256;
    }

    @Nullable
    String revocationReason() {
        return revocationReason;
    }

    /** Of a printed one. */
    CertificateRegister.CertificateLine line() {
        if (sha256 == null) {
            throw new IllegalStateException("This certificate has not been printed yet");
        }
        return new CertificateRegister.CertificateLine(
                serial, certification.projectCode(), reference, name, economy, issuedOn, sha256, isRevoked());
    }
}
