package org.assent.monitoring;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import org.assent.drafting.IndicatorFacts;

/** What the evaluator said of one indicator at half-year, and of which figures. Never changed. */
@Entity
class HalfYearVerdict {

    @Id
    @GeneratedValue
    private long id;

    private long evaluationId;
    private int position;
    private String indicatorKey;
    private String reference;
    private String indicator;
    private String reported;

    @Enumerated(EnumType.STRING)
    private Verdict verdict;

    private String remark;

    @SuppressWarnings("NullAway.Init") // Hibernate fills the fields
    protected HalfYearVerdict() {}

    HalfYearVerdict(
            long evaluationId,
            int position,
            IndicatorFacts indicator,
            String reported,
            Verdict verdict,
            String remark) {
        this.evaluationId = evaluationId;
        this.position = position;
        this.indicatorKey = indicator.key();
        this.reference = indicator.id();
        this.indicator = indicator.name();
        this.reported = reported;
        this.verdict = verdict;
        this.remark = remark;
    }

    HalfYearFacts.VerdictFacts facts() {
        return new HalfYearFacts.VerdictFacts(indicatorKey, reference, indicator, reported, verdict, remark);
    }
}
