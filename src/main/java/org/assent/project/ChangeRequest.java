package org.assent.project;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Version;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A proposed change and what became of it. */
@Entity
class ChangeRequest {

    @Id
    @GeneratedValue
    private long id;

    @ManyToOne(optional = false)
    private Project project;

    @Enumerated(EnumType.STRING)
    private ChangeKind kind;

    private String reason;
    private @Nullable LocalDate startDate;
    private @Nullable LocalDate endDate;
    private @Nullable LocalDate closingDate;
    private @Nullable Integer overseasPlaces;
    private @Nullable Integer localPlaces;
    private @Nullable String venue;
    private boolean reopen;
    private String proposedBy;
    private @Nullable Boolean approved;
    private @Nullable String decidedBy;

    @Version
    private long version;

    @SuppressWarnings("NullAway.Init") // Hibernate fills the fields
    protected ChangeRequest() {}

    ChangeRequest(Project project, ChangeProposal proposal, String proposedBy) {
        this.project = project;
        this.kind = proposal.kind();
        this.reason = proposal.reason();
        this.startDate = proposal.start();
        this.endDate = proposal.end();
        this.closingDate = proposal.closingDate();
        this.overseasPlaces = proposal.overseasPlaces();
        this.localPlaces = proposal.localPlaces();
        this.venue = proposal.venue();
        this.reopen = proposal.reopen();
        this.proposedBy = proposedBy;
    }

    void decide(boolean approved, String by) {
        this.approved = approved;
        this.decidedBy = by;
    }

    boolean isPending() {
        return approved == null;
    }

    String proposedBy() {
        return proposedBy;
    }

    ChangeProposal proposal() {
        return new ChangeProposal(
                kind, reason, startDate, endDate, closingDate, overseasPlaces, localPlaces, venue, reopen);
    }
}
