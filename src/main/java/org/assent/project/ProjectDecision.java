package org.assent.project;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Version;
import java.time.Instant;

/** Who decided what about a project, when and with which remark; never changed. */
@Entity
class ProjectDecision {

    @Id
    @GeneratedValue
    private long id;

    @ManyToOne(optional = false)
    private Project project;

    @Enumerated(EnumType.STRING)
    private DecisionStep step;

    private boolean approved;
    private String remark;
    private String decidedBy;
    private Instant decidedAt;

    @Version
    private long version;

    @SuppressWarnings("NullAway.Init") // Hibernate fills the fields
    protected ProjectDecision() {}

    ProjectDecision(Project project, DecisionStep step, boolean approved, String remark, String by, Instant at) {
        this.project = project;
        this.step = step;
        this.approved = approved;
        this.remark = remark;
        this.decidedBy = by;
        this.decidedAt = at;
    }

    DecisionStep step() {
        return step;
    }

    boolean isApproved() {
        return approved;
    }

    String remark() {
        return remark;
    }

    String decidedBy() {
        return decidedBy;
    }
}
