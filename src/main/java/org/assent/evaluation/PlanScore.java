package org.assent.evaluation;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import java.math.BigDecimal;

/** What one reform plan earned on its own full mark, and what it counts. Never changed. */
@Entity
class PlanScore {

    @Id
    @GeneratedValue
    private long id;

    private long scoreId;
    private int position;
    private String code;
    private String title;
    private BigDecimal fullMark;
    private BigDecimal weight;
    private BigDecimal got;
    private BigDecimal scaled;
    private String explanation;

    @SuppressWarnings("NullAway.Init") // Hibernate fills the fields
    protected PlanScore() {}

    PlanScore(long scoreId, int position, ScoreSheet.Plan plan) {
        this.scoreId = scoreId;
        this.position = position;
        this.code = plan.code();
        this.title = plan.title();
        this.fullMark = plan.fullMark();
        this.weight = plan.weight();
        this.got = plan.got();
        this.scaled = plan.scaled();
        this.explanation = plan.explanation();
    }

    ScoreSheet.Plan plan() {
        return new ScoreSheet.Plan(code, title, fullMark, weight, got, scaled, explanation);
    }
}
