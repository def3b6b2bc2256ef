package org.assent.certification;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Version;
import org.jspecify.annotations.Nullable;

/** Whether one participant receives the certificate, and if not, why; it follows from the attendance, nobody types it. */
@Entity
class CertificateDecision {

    /** Where a participant's nomination ends (domain.md 3.3). */
    enum Outcome {
        CERTIFIED,
        NOT_CERTIFIED
    }

    @Id
    @GeneratedValue
    private long id;

    @ManyToOne(fetch = FetchType.LAZY)
    private Certification certification;

    private String reference;
    private String economy;
    private String name;
    private int attended;

    @Enumerated(EnumType.STRING)
    private Outcome outcome;

    private @Nullable String reason;

    @Version
    private long version;

    @SuppressWarnings("NullAway.Init") // Hibernate fills the fields
    protected CertificateDecision() {}

    @SuppressWarnings("NullAway.Init") // decide fills the rest
    CertificateDecision(Certification certification, Attendee attendee) {
        this.certification = certification;
        this.reference = attendee.reference();
        this.economy = attendee.economy();
        decide(attendee);
    }

    /** Anew, when the list is made again. */
    void decide(Attendee attendee) {
        name = attendee.name();
        attended = attendee.attended();
        reason = attendee.obstacle().orElse(null);
        outcome = reason == null ? Outcome.CERTIFIED : Outcome.NOT_CERTIFIED;
    }

    /** Whether the records still say what this decision says. */
    boolean agreesWith(Attendee attendee) {
        return name.equals(attendee.name())
                && isCertified() == attendee.obstacle().isEmpty();
    }

    boolean isCertified() {
        return outcome == Outcome.CERTIFIED;
    }

    String reference() {
        return reference;
    }

    CertificateRegister.DecisionLine line() {
        return new CertificateRegister.DecisionLine(reference, economy, name, isCertified(), attended, reason);
    }
}
