package org.assent.deputation;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;

/** One task that a deputy completed in the principal's name. Nothing of it ever changes. */
@Entity
class DeputationAct {

    @Id
    @GeneratedValue
    private long id;

    @Column(updatable = false)
    private long deputationId;

    @Column(updatable = false)
    private String process;

    @Column(updatable = false)
    private String task;

    @Column(updatable = false)
    private String caseKey;

    @Column(updatable = false)
    private Instant completedAt;

    @Version
    private long version;

    @SuppressWarnings("NullAway.Init") // Hibernate fills the fields
    protected DeputationAct() {}

    DeputationAct(long deputationId, String process, String task, String caseKey, Instant completedAt) {
        this.deputationId = deputationId;
        this.process = process;
        this.task = task;
        this.caseKey = caseKey;
        this.completedAt = completedAt;
    }

    ActFacts facts() {
        return new ActFacts(deputationId, task, caseKey, completedAt, Deputation.home(process));
    }
}
