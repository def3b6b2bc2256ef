package org.assent.signing;

import jakarta.persistence.CascadeType;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.assent.engine.Refusal;
import org.jspecify.annotations.Nullable;

/** The signing of one version: the head first, then the superior, both the same content (R10). */
@Entity
class Signing {

    @Id
    @GeneratedValue
    private long id;

    @Column(updatable = false)
    private String agreementKey;

    @Column(updatable = false)
    private int documentVersion;

    @Column(updatable = false)
    private String sha256;

    @Column(updatable = false)
    private Instant openedAt;

    @Column(updatable = false)
    private Instant dueAt;

    private @Nullable Instant sealedAt;

    @OneToMany(mappedBy = "signing", cascade = CascadeType.ALL, fetch = FetchType.EAGER)
    @OrderBy("id")
    private List<Signature> signatures = new ArrayList<>();

    @Version
    private long version;

    @SuppressWarnings("NullAway.Init") // Hibernate fills the fields
    protected Signing() {}

    Signing(String agreementKey, int documentVersion, String sha256, Instant openedAt, Instant dueAt) {
        this.agreementKey = agreementKey;
        this.documentVersion = documentVersion;
        this.sha256 = sha256;
        this.openedAt = openedAt;
        this.dueAt = dueAt;
    }

    /** The content's hash is worked out anew for each signature: nobody signs what another one did not see. */
    void sign(Signatory signatory, String contentNow, Instant at) {
        refuseUnlessTurnOf(signatory);
        refuseUnlessSame(contentNow);
        signatures.add(new Signature(this, signatory, true, "", documentVersion, contentNow, at));
    }

    void refuse(Signatory signatory, String reason, String contentNow, Instant at) {
        refuseUnlessTurnOf(signatory);
        if (reason.isBlank()) {
            throw new Refusal("Please give the reason why you refuse to sign.");
        }
        signatures.add(new Signature(this, signatory, false, reason.strip(), documentVersion, contentNow, at));
    }

    /** Both have signed the same content, and it is still the same. */
    void seal(String contentNow, Instant at) {
        if (next().isPresent() || isRefused()) {
            throw new Refusal("This version still lacks a signature.");
        }
        refuseUnlessSame(contentNow);
        sealedAt = at;
    }

    private void refuseUnlessTurnOf(Signatory signatory) {
        if (isRefused() || next().filter(signatory.seat()::equals).isEmpty()) {
            throw new Refusal("It is not your turn to sign this version, or it has already been signed.");
        }
        if (signatures.stream().anyMatch(before -> before.signedBy().equals(signatory.by()))) {
            throw new Refusal("You have signed for the office, so somebody else has to sign for its superior.");
        }
    }

    private void refuseUnlessSame(String contentNow) {
        if (!sha256.equals(contentNow)) {
            throw new Refusal("The document is no longer what was recommended for signature, so it cannot be signed."
                    + " Please tell the administrator.");
        }
    }

    /** Whose turn it is. */
    Optional<Seat> next() {
        return signatures.size() < Seat.values().length
                ? Optional.of(Seat.values()[signatures.size()])
                : Optional.empty();
    }

    boolean isRefused() {
        return signatures.stream().anyMatch(signature -> !signature.isSigned());
    }

    long id() {
        return id;
    }

    int documentVersion() {
        return documentVersion;
    }

    Instant dueAt() {
        return dueAt;
    }

    Optional<Instant> sealedAt() {
        return Optional.ofNullable(sealedAt);
    }

    List<SignatureFacts> signatures() {
        return signatures.stream()
                .map(signature -> signature.facts(agreementKey))
                .toList();
    }
}
