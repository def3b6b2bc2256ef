package org.assent.agreement;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Version;
import java.time.Instant;

/** One move of an agreement to another state, with whoever's act brought it there. */
@Entity
class AgreementMove {

    @Id
    @GeneratedValue
    private long id;

    @ManyToOne(optional = false)
    private Agreement agreement;

    @Enumerated(EnumType.STRING)
    private AgreementState state;

    private String movedBy;
    private Instant movedAt;

    @Version
    private long version;

    @SuppressWarnings("NullAway.Init") // Hibernate fills the fields
    protected AgreementMove() {}

    AgreementMove(Agreement agreement, AgreementState state, String movedBy, Instant movedAt) {
        this.agreement = agreement;
        this.state = state;
        this.movedBy = movedBy;
        this.movedAt = movedAt;
    }
}
