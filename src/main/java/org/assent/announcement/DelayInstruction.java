package org.assent.announcement;

import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import java.time.Instant;

/** What the Secretary-General told those who were not ready in time. */
@Entity
class DelayInstruction {

    @Id
    @GeneratedValue
    private long id;

    @ManyToOne(fetch = FetchType.LAZY)
    private Announcement announcement;

    private String instruction;
    private String missing;
    private String givenBy;
    private Instant givenAt;

    @SuppressWarnings("NullAway.Init") // Hibernate fills the fields
    protected DelayInstruction() {}

    DelayInstruction(Announcement announcement, String instruction, String missing, String givenBy, Instant givenAt) {
        this.announcement = announcement;
        this.instruction = instruction;
        this.missing = missing;
        this.givenBy = givenBy;
        this.givenAt = givenAt;
    }

    String instruction() {
        return instruction;
    }

    String missing() {
        return missing;
    }

    String givenBy() {
        return givenBy;
    }

    Instant givenAt() {
        return givenAt;
    }
}
