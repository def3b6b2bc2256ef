package org.assent.signing;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Version;
import java.time.Instant;

/** One act of signing, or of refusing to. Nothing of it ever changes. */
@Entity
class Signature {

    @Id
    @GeneratedValue
    private long id;

    @ManyToOne(fetch = FetchType.LAZY)
    private Signing signing;

    @Column(updatable = false)
    @Enumerated(EnumType.STRING)
    private Seat seat;

    @Column(updatable = false)
    private boolean signed;

    @Column(updatable = false)
    private String office;

    @Column(updatable = false)
    private String post;

    @Column(updatable = false)
    private String signedBy;

    @Column(updatable = false)
    private String signedName;

    @Column(updatable = false)
    private String reason;

    @Column(updatable = false)
    private Instant signedAt;

    @Column(updatable = false)
    private int documentVersion;

    @Column(updatable = false)
    private String sha256;

    @Version
    private long version;

    @SuppressWarnings("NullAway.Init") // Hibernate fills the fields
    protected Signature() {}

    Signature(
            Signing signing,
            Signatory signatory,
            boolean signed,
            String reason,
            int documentVersion,
            String sha256,
            Instant at) {
        this.signing = signing;
        this.seat = signatory.seat();
        this.signed = signed;
        this.office = signatory.office();
        this.post = signatory.post();
        this.signedBy = signatory.by();
        this.signedName = signatory.name();
        this.reason = reason;
        this.documentVersion = documentVersion;
        this.sha256 = sha256;
        this.signedAt = at;
    }

    Seat seat() {
        return seat;
    }

    boolean isSigned() {
        return signed;
    }

    String signedBy() {
        return signedBy;
    }

    SignatureFacts facts(String key) {
        return new SignatureFacts(
                key, documentVersion, seat, signed, office, post, signedBy, signedName, reason, signedAt, sha256);
    }
}
