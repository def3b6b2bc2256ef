package org.assent.evaluation;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One round of the evaluator's figures. What a committee returned stays; the next is a new round. */
@Entity
class FigureEvaluation {

    @Id
    @GeneratedValue
    private long id;

    private String agreementKey;
    private int round;
    private int documentVersion;
    private @Nullable String remark;
    private String evaluatedBy;
    private Instant evaluatedAt;

    @SuppressWarnings("NullAway.Init") // Hibernate fills the fields
    protected FigureEvaluation() {}

    FigureEvaluation(
            String agreementKey,
            int round,
            int documentVersion,
            @Nullable String remark,
            String evaluatedBy,
            Instant evaluatedAt) {
        this.agreementKey = agreementKey;
        this.round = round;
        this.documentVersion = documentVersion;
        this.remark = remark;
        this.evaluatedBy = evaluatedBy;
        this.evaluatedAt = evaluatedAt;
    }

    long id() {
        return id;
    }

    int round() {
        return round;
    }

    int documentVersion() {
        return documentVersion;
    }

    String evaluatedBy() {
        return evaluatedBy;
    }

    @Nullable
    String remark() {
        return remark;
    }

    EvaluationFacts.RoundFacts facts(List<EvaluationFacts.EvaluatedFigureFacts> figures) {
        return new EvaluationFacts.RoundFacts(round, documentVersion, evaluatedBy, evaluatedAt, remark, figures);
    }
}
