package org.assent.drafting;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import java.time.Instant;
import org.hibernate.annotations.Immutable;

/** What somebody decided about a draft, at which revision of it, and why. */
@Entity
@Immutable
class DraftAct {

    @Id
    @GeneratedValue
    private long id;

    private long draftId;

    @Enumerated(EnumType.STRING)
    private DraftEvent.Kind kind;

    private int revision;
    private String remark;
    private String actedBy;
    private Instant actedAt;

    @SuppressWarnings("NullAway.Init") // Hibernate fills the fields
    protected DraftAct() {}

    DraftAct(Draft draft, DraftEvent.Kind kind, String remark, String actedBy, Instant actedAt) {
        this.draftId = draft.id();
        this.kind = kind;
        this.revision = draft.revision();
        this.remark = remark;
        this.actedBy = actedBy;
        this.actedAt = actedAt;
    }

    DraftEvent.Kind kind() {
        return kind;
    }

    String remark() {
        return remark;
    }

    DraftEvent event() {
        return new DraftEvent(kind, revision, actedBy, actedAt, remark);
    }
}
