package org.assent.drafting;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import java.time.Instant;
import org.hibernate.annotations.Immutable;

/** One save of a draft as it was: whose and when. Revision 0 is what the draft began with. */
@Entity
@Immutable
class DraftSave {

    @Id
    @GeneratedValue
    private long id;

    private long draftId;
    private int revision;
    private String content;
    private String savedBy;
    private Instant savedAt;

    @SuppressWarnings("NullAway.Init") // Hibernate fills the fields
    protected DraftSave() {}

    DraftSave(Draft draft, String savedBy, Instant savedAt) {
        this.draftId = draft.id();
        this.revision = draft.revision();
        this.content = Canonical.json(draft.content());
        this.savedBy = savedBy;
        this.savedAt = savedAt;
    }

    int revision() {
        return revision;
    }

    Content content() {
        return Canonical.read(content);
    }

    String savedBy() {
        return savedBy;
    }

    Instant savedAt() {
        return savedAt;
    }
}
