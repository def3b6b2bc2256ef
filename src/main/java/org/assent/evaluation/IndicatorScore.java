package org.assent.evaluation;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** What one indicator earned, with all that explains it. Never changed. */
@Entity
class IndicatorScore {

    @Id
    @GeneratedValue
    private long id;

    private long scoreId;
    private int position;
    private String indicatorKey;
    private String reference;
    private @Nullable String plan;
    private String objective;
    private String activity;
    private String indicator;
    private String unit;
    private BigDecimal weight;
    private BigDecimal share;
    private String ladder;
    private String evidenceAsked;
    private String ownFigure;
    private String ownEvidence;
    private String figure;
    private boolean evidenceAccepted;
    private String reason;
    private String rawExact;
    private BigDecimal raw;
    private BigDecimal weighted;
    private String explanation;

    @SuppressWarnings("NullAway.Init") // Hibernate fills the fields
    protected IndicatorScore() {}

    IndicatorScore(long scoreId, int position, ScoreSheet.Line line) {
        this.scoreId = scoreId;
        this.position = position;
        this.indicatorKey = line.key();
        this.reference = line.id();
        this.plan = line.plan();
        this.objective = line.objective();
        this.activity = line.activity();
        this.indicator = line.indicator();
        this.unit = line.unit();
        this.weight = line.weight();
        this.share = line.share();
        this.ladder = line.ladder();
        this.evidenceAsked = line.evidenceAsked();
        this.ownFigure = line.ownFigure();
        this.ownEvidence = line.ownEvidence();
        this.figure = line.figure();
        this.evidenceAccepted = line.evidenceAccepted();
        this.reason = line.reason();
        this.rawExact = line.rawExact();
        this.raw = line.raw();
        this.weighted = line.weighted();
        this.explanation = line.explanation();
    }

    ScoreSheet.Line line() {
        return new ScoreSheet.Line(
                reference,
                indicatorKey,
                plan,
                objective,
                activity,
                indicator,
                unit,
                weight,
                share,
                ladder,
                evidenceAsked,
                ownFigure,
                ownEvidence,
                figure,
                evidenceAccepted,
                reason,
                rawExact,
                raw,
                weighted,
                explanation);
    }
}
