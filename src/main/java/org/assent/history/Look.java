package org.assent.history;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;

/** Somebody looked at something in the history. It is written once and never changed. */
@Entity
class Look {

    @Id
    @GeneratedValue
    private long id;

    @Column(updatable = false)
    private Instant lookedAt;

    @Column(updatable = false)
    private String lookedBy;

    @Column(updatable = false)
    private String kind;

    @Column(updatable = false)
    private String about;

    @Version
    private long version;

    @SuppressWarnings("NullAway.Init") // Hibernate fills the fields
    protected Look() {}

    Look(String by, String kind, String about, Instant now) {
        this.lookedBy = by;
        this.kind = kind;
        this.about = about.length() > 2000 ? about.substring(0, 1999) + "…" : about;
        this.lookedAt = now;
    }

    LookFacts facts() {
        return new LookFacts(lookedAt, lookedBy, kind, about);
    }
}
