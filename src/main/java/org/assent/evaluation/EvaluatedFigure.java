package org.assent.evaluation;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import org.assent.drafting.IndicatorFacts;

/** The evaluator's figure of one indicator beside the office's own (R13). Never changed. */
@Entity
class EvaluatedFigure {

    @Id
    @GeneratedValue
    private long id;

    private long evaluationId;
    private int position;
    private String indicatorKey;
    private String reference;
    private String ownFigure;
    private String ownEvidence;
    private String figure;
    private String readAs;
    private boolean evidenceAccepted;
    private String reason;

    @SuppressWarnings("NullAway.Init") // Hibernate fills the fields
    protected EvaluatedFigure() {}

    EvaluatedFigure(
            long evaluationId,
            int position,
            IndicatorFacts indicator,
            String ownFigure,
            String ownEvidence,
            String figure,
            String readAs,
            boolean evidenceAccepted,
            String reason) {
        this.evaluationId = evaluationId;
        this.position = position;
        this.indicatorKey = indicator.key();
        this.reference = indicator.id();
        this.ownFigure = ownFigure;
        this.ownEvidence = ownEvidence;
        this.figure = figure;
        this.readAs = readAs;
        this.evidenceAccepted = evidenceAccepted;
        this.reason = reason;
    }

    long evaluationId() {
        return evaluationId;
    }

    String indicatorKey() {
        return indicatorKey;
    }

    String ownFigure() {
        return ownFigure;
    }

    String ownEvidence() {
        return ownEvidence;
    }

    String figure() {
        return figure;
    }

    String readAs() {
        return readAs;
    }

    boolean evidenceAccepted() {
        return evidenceAccepted;
    }

    String reason() {
        return reason;
    }

    EvaluationFacts.EvaluatedFigureFacts facts() {
        return new EvaluationFacts.EvaluatedFigureFacts(
                indicatorKey, reference, ownFigure, ownEvidence, figure, readAs, evidenceAccepted, reason);
    }
}
