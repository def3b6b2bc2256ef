package org.assent.monitoring;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import org.assent.drafting.IndicatorFacts;

/** What one indicator reached in one quarter, as typed and as read, with what the indicator was called then. Never changed. */
@Entity
class ReportedFigure {

    @Id
    @GeneratedValue
    private long id;

    private long reportId;
    private int position;
    private String indicatorKey;
    private String reference;
    private String indicator;
    private String unit;
    private String figure;
    private String readAs;
    private String evidence;

    @SuppressWarnings("NullAway.Init") // Hibernate fills the fields
    protected ReportedFigure() {}

    ReportedFigure(long reportId, int position, IndicatorFacts indicator, FigureRow typed, String readAs) {
        this.reportId = reportId;
        this.position = position;
        this.indicatorKey = indicator.key();
        this.reference = indicator.id();
        this.indicator = indicator.name();
        this.unit = indicator.unit();
        this.figure = typed.typed();
        this.readAs = readAs;
        this.evidence = typed.proof();
    }

    long reportId() {
        return reportId;
    }

    FigureFacts facts() {
        return new FigureFacts(indicatorKey, reference, indicator, unit, figure, readAs, evidence);
    }
}
