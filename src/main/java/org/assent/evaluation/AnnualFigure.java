package org.assent.evaluation;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import org.assent.drafting.IndicatorFacts;

/** What the office says one indicator reached: the fourth quarter as typed, the year as it follows. Never changed. */
@Entity
class AnnualFigure {

    @Id
    @GeneratedValue
    private long id;

    private long reportId;
    private int position;
    private String indicatorKey;
    private String reference;
    private String indicator;
    private String unit;
    private String earlier;
    private String fourthQuarter;
    private String yearFigure;
    private String evidence;

    @SuppressWarnings("NullAway.Init") // Hibernate fills the fields
    protected AnnualFigure() {}

    AnnualFigure(
            long reportId,
            int position,
            IndicatorFacts indicator,
            String earlier,
            String fourthQuarter,
            String yearFigure,
            String evidence) {
        this.reportId = reportId;
        this.position = position;
        this.indicatorKey = indicator.key();
        this.reference = indicator.id();
        this.indicator = indicator.name();
        this.unit = indicator.unit();
        this.earlier = earlier;
        this.fourthQuarter = fourthQuarter;
        this.yearFigure = yearFigure;
        this.evidence = evidence;
    }

    long reportId() {
        return reportId;
    }

    String indicatorKey() {
        return indicatorKey;
    }

    String reference() {
        return reference;
    }

    String indicator() {
        return indicator;
    }

    String unit() {
        return unit;
    }

    String earlier() {
        return earlier;
    }

    String fourthQuarter() {
        return fourthQuarter;
    }

    String yearFigure() {
        return yearFigure;
    }

    String evidence() {
        return evidence;
    }

    EvaluationFacts.AnnualFigureFacts facts() {
        return new EvaluationFacts.AnnualFigureFacts(
                indicatorKey, reference, indicator, unit, earlier, fourthQuarter, yearFigure, evidence);
    }
}
