package org.assent.monitoring;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import org.assent.engine.Refusal;
import org.assent.scheme.FiscalYear;
import org.jspecify.annotations.Nullable;

/** The half-year's evaluation by the office above (R12): done once, on time or late, or missing when the year is over. */
@Entity
class HalfYearEvaluation {

    @Id
    @GeneratedValue
    private long id;

    private String agreementKey;

    @Enumerated(EnumType.STRING)
    private ReportState state = ReportState.AWAITED;

    private LocalDate dueOn;
    private @Nullable Integer documentVersion;
    private @Nullable String feedback;
    private @Nullable String evaluatedBy;
    private @Nullable Instant evaluatedAt;
    private boolean late;
    private @Nullable Instant missingNotedAt;

    @Version
    private long version;

    @SuppressWarnings("NullAway.Init") // Hibernate fills the fields
    protected HalfYearEvaluation() {}

    HalfYearEvaluation(String agreementKey, LocalDate dueOn) {
        this.agreementKey = agreementKey;
        this.dueOn = dueOn;
    }

    void evaluate(int documentVersion, String feedback, String by, Instant at) {
        if (state != ReportState.AWAITED) {
            throw new Refusal("The half-year has already been dealt with.");
        }
        this.documentVersion = documentVersion;
        this.feedback = feedback;
        this.evaluatedBy = by;
        this.evaluatedAt = at;
        this.late = !at.isBefore(FiscalYear.endOf(dueOn));
        this.state = ReportState.REPORTED;
    }

    void noteMissing(Instant at) {
        if (state == ReportState.AWAITED) {
            this.state = ReportState.MISSING;
            this.late = true;
            this.missingNotedAt = at;
        }
    }

    long id() {
        return id;
    }

    HalfYearFacts facts(java.util.List<HalfYearFacts.VerdictFacts> verdicts) {
        return new HalfYearFacts(state, dueOn, late, documentVersion, evaluatedBy, evaluatedAt, feedback, verdicts);
    }
}
