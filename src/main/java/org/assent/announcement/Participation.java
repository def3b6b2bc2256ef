package org.assent.announcement;

import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Version;
import java.time.Instant;
import org.assent.engine.Refusal;
import org.jspecify.annotations.Nullable;

/** A place offered to a selected person, and what became of it. Refusals name the reference: they end in the log. */
@Entity
class Participation {

    @Id
    @GeneratedValue
    private long id;

    @ManyToOne(fetch = FetchType.LAZY)
    private Announcement announcement;

    private String reference;
    private String economy;
    private boolean local;

    @Embedded
    private Person person;

    @Enumerated(EnumType.STRING)
    private ParticipationState state = ParticipationState.OFFERED;

    private Instant offeredAt;
    private @Nullable Instant answeredAt;
    private @Nullable String answeredBy;
    private @Nullable String withdrawalReason;
    private @Nullable String replacedBy;

    @Version
    private long version;

    @SuppressWarnings("NullAway.Init") // Hibernate fills the fields
    protected Participation() {}

    Participation(Announcement announcement, Offer offer, Person person, Instant offeredAt) {
        this.announcement = announcement;
        this.reference = offer.reference();
        this.economy = offer.economy();
        this.local = offer.local();
        this.person = person;
        this.offeredAt = offeredAt;
    }

    void accept(String who, Instant when) {
        if (state != ParticipationState.OFFERED) {
            throw new Refusal("Participant %s has already answered.".formatted(reference));
        }
        answer(ParticipationState.ACCEPTED, who, when);
    }

    /** A confirmed participant may still withdraw; the NPO says why. */
    void withdraw(String reason, String who, Instant when) {
        if (!state.takesPlace()) {
            throw new Refusal("Participant %s has already withdrawn.".formatted(reference));
        }
        if (reason.isBlank()) {
            throw new Refusal("Please say why participant %s withdraws.".formatted(reference));
        }
        withdrawalReason = reason.strip();
        answer(ParticipationState.WITHDRAWN, who, when);
    }

    /** One place goes to one other person: who has been replaced cannot be replaced again. */
    void replaceBy(String successor) {
        if (state != ParticipationState.WITHDRAWN) {
            throw new Refusal("This place is not free, so nobody else can be offered it.");
        }
        state = ParticipationState.REPLACED;
        replacedBy = successor;
    }

    private void answer(ParticipationState answer, String who, Instant when) {
        state = answer;
        answeredBy = who;
        answeredAt = when;
    }

    ParticipantFacts facts() {
        return new ParticipantFacts(
                reference,
                economy,
                local,
                person.familyName(),
                person.givenName(),
                person.displayName(),
                person.email(),
                person.position(),
                person.organization(),
                state,
                withdrawalReason,
                replacedBy);
    }

    String reference() {
        return reference;
    }

    String economy() {
        return economy;
    }

    boolean local() {
        return local;
    }

    ParticipationState state() {
        return state;
    }
}
