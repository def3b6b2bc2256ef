package org.assent.agreement;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Version;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A revision that was asked for, and what became of it. */
@Entity
class AgreementRevision {

    static final int LONGEST_REASON = 4000;

    @Id
    @GeneratedValue
    private long id;

    @ManyToOne(optional = false)
    private Agreement agreement;

    private int number;
    private String reason;
    private String requestedBy;
    private Instant requestedAt;

    @Enumerated(EnumType.STRING)
    private RevisionFacts.State state = RevisionFacts.State.OPEN;

    private @Nullable String decidedBy;
    private @Nullable Instant decidedAt;

    @Version
    private long version;

    @SuppressWarnings("NullAway.Init") // Hibernate fills the fields
    protected AgreementRevision() {}

    AgreementRevision(Agreement agreement, int number, String reason, String requestedBy, Instant requestedAt) {
        this.agreement = agreement;
        this.number = number;
        this.reason = reason;
        this.requestedBy = requestedBy;
        this.requestedAt = requestedAt;
    }

    boolean isOpen() {
        return state == RevisionFacts.State.OPEN;
    }

    void decide(RevisionFacts.State outcome, String by, Instant at) {
        this.state = outcome;
        this.decidedBy = by;
        this.decidedAt = at;
    }

    RevisionFacts facts() {
        return new RevisionFacts(number, reason, requestedBy, requestedAt, state, decidedAt);
    }
}
