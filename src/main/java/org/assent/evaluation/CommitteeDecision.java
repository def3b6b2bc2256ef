package org.assent.evaluation;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import java.time.Instant;
import org.assent.engine.Refusal;
import org.jspecify.annotations.Nullable;

/** What a committee decided on one round of the evaluator's figures. Never changed. */
@Entity
class CommitteeDecision {

    @Id
    @GeneratedValue
    private long id;

    private String agreementKey;

    @Enumerated(EnumType.STRING)
    private Committee committee;

    private int round;

    @Enumerated(EnumType.STRING)
    private Adoption decision;

    private @Nullable String remark;
    private String decidedBy;
    private Instant decidedAt;

    @SuppressWarnings("NullAway.Init") // Hibernate fills the fields
    protected CommitteeDecision() {}

    CommitteeDecision(
            String agreementKey,
            Committee committee,
            int round,
            Adoption decision,
            @Nullable String remark,
            String decidedBy,
            Instant decidedAt) {
        if (decision == Adoption.RETURN && (remark == null || remark.isBlank())) {
            throw new Refusal("Please tell the evaluator why the scores are returned.");
        }
        this.agreementKey = agreementKey;
        this.committee = committee;
        this.round = round;
        this.decision = decision;
        this.remark = remark;
        this.decidedBy = decidedBy;
        this.decidedAt = decidedAt;
    }

    Committee committee() {
        return committee;
    }

    Adoption decision() {
        return decision;
    }

    String decidedBy() {
        return decidedBy;
    }

    @Nullable
    String remark() {
        return remark;
    }

    EvaluationFacts.DecisionFacts facts() {
        return new EvaluationFacts.DecisionFacts(committee, round, decision, remark, decidedBy, decidedAt);
    }
}
