package org.assent.drafting;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import org.assent.engine.Refusal;
import org.jspecify.annotations.Nullable;

/** The one sheet that an office's team works on: open while they draft, closed while others decide. */
@Entity
class Draft {

    /** Whose turn it is. */
    enum State {
        /** The team writes. */
        OPEN,
        /** The head of office reads. */
        READY,
        /** A version has been submitted. */
        SUBMITTED
    }

    @Id
    @GeneratedValue
    private long id;

    private String agreementKey;

    @Enumerated(EnumType.STRING)
    private State state = State.OPEN;

    private int revision;
    private String content;
    private @Nullable String savedBy;
    private @Nullable Instant savedAt;
    private @Nullable String preparedBy;
    private @Nullable String approvedBy;
    /** Number of the signed version that this draft changes; null while nothing is in force. */
    private @Nullable Integer revises;

    private String reason = "";
    private @Nullable String requestedBy;
    private Instant openedAt;

    @Version
    private long version;

    @SuppressWarnings("NullAway.Init") // Hibernate fills the fields
    protected Draft() {}

    Draft(String agreementKey, Content content, Instant at) {
        this.agreementKey = agreementKey;
        this.content = Canonical.json(content);
        this.openedAt = at;
    }

    /** The team goes on, on what was returned or is in force; every earlier save stays. */
    void reopen(Instant at) {
        state = State.OPEN;
        openedAt = at;
        preparedBy = null;
        approvedBy = null;
        revises = null;
        reason = "";
        requestedBy = null;
    }

    /** This draft changes a signed version; without a reason it may not. */
    void revise(int signed, String why, @Nullable String by) {
        if (why.isBlank()) {
            throw new Refusal("A revision of a signed agreement needs a reason.");
        }
        revises = signed;
        reason = why.strip();
        requestedBy = by;
    }

    /** The next revision; the old one has its own record. */
    void save(Content now, String by, Instant at) {
        demandOpen();
        content = Canonical.json(now);
        revision++;
        savedBy = by;
        savedAt = at;
    }

    void declareReady(String by) {
        demandOpen();
        preparedBy = by;
        state = State.READY;
    }

    /** The head of office stands for the whole agreement, so it is a second pair of eyes. */
    void approve(String by) {
        demandOther(by, "approve");
        approvedBy = by;
    }

    void sendBack(String by, String remark) {
        demandOther(by, "return");
        if (remark.isBlank()) {
            throw new Refusal("Please write in the remark what the team has to change.");
        }
        state = State.OPEN;
    }

    /** From now on only a new draft changes anything. */
    DocumentVersion submit(int number, DocumentVersion.Terms terms, Instant at) {
        if (state != State.READY || approvedBy == null || preparedBy == null) {
            throw new Refusal("The head of office has not approved this draft.");
        }
        state = State.SUBMITTED;
        return new DocumentVersion(this, number, terms, preparedBy, approvedBy, at);
    }

    private void demandOpen() {
        if (state != State.OPEN) {
            throw new Refusal("This draft is closed at present, so nothing was changed.");
        }
    }

    private void demandOther(String by, String verb) {
        if (state != State.READY) {
            throw new Refusal("This draft is not with the head of office at present.");
        }
        if (by.equals(preparedBy)) {
            throw new Refusal("You cannot " + verb + " this draft, because you declared it ready yourself.");
        }
    }

    boolean isOpen() {
        return state == State.OPEN;
    }

    State state() {
        return state;
    }

    long id() {
        return id;
    }

    String agreementKey() {
        return agreementKey;
    }

    int revision() {
        return revision;
    }

    Content content() {
        return Canonical.read(content);
    }

    @Nullable
    String savedBy() {
        return savedBy;
    }

    @Nullable
    Instant savedAt() {
        return savedAt;
    }

    @Nullable
    Integer revises() {
        return revises;
    }

    String reason() {
        return reason;
    }

    @Nullable
    String requestedBy() {
        return requestedBy;
    }

    @Nullable
    String preparedBy() {
        return preparedBy;
    }
}
