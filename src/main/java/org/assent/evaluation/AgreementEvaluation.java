package org.assent.evaluation;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import org.assent.engine.Refusal;
import org.assent.monitoring.ReportState;
import org.assent.scheme.FiscalYear;
import org.jspecify.annotations.Nullable;

/** How far the evaluation of one agreement has come. What people did stands in reports, evaluations and decisions. */
@Entity
class AgreementEvaluation {

    @Id
    @GeneratedValue
    private long id;

    private String agreementKey;

    @Enumerated(EnumType.STRING)
    private ReportState annualState = ReportState.AWAITED;

    private LocalDate annualDueOn;
    private LocalDate annualClosesOn;
    private @Nullable Instant lateNotedAt;
    private @Nullable Instant missingNotedAt;
    private @Nullable String answerable;
    private Instant openedAt;

    @Version
    private long version;

    @SuppressWarnings("NullAway.Init") // Hibernate fills the fields
    protected AgreementEvaluation() {}

    AgreementEvaluation(String agreementKey, LocalDate annualDueOn, LocalDate annualClosesOn, Instant openedAt) {
        this.agreementKey = agreementKey;
        this.annualDueOn = annualDueOn;
        this.annualClosesOn = annualClosesOn;
        this.openedAt = openedAt;
    }

    /** The report must also be approved before it closes, so the moment is asked at both steps. */
    void demandOpen(Instant at) {
        if (annualState != ReportState.AWAITED || !at.isBefore(FiscalYear.endOf(annualClosesOn))) {
            throw new Refusal("The annual report was taken until " + Days.told(annualClosesOn)
                    + "; the evaluation goes on without it.");
        }
    }

    boolean isLate(Instant at) {
        return !at.isBefore(FiscalYear.endOf(annualDueOn));
    }

    void noteApproved() {
        annualState = ReportState.REPORTED;
    }

    void noteLate(String answerable, Instant at) {
        if (annualState == ReportState.AWAITED) {
            this.answerable = answerable;
            this.lateNotedAt = at;
        }
    }

    void noteMissing(String answerable, Instant at) {
        if (annualState == ReportState.AWAITED) {
            this.annualState = ReportState.MISSING;
            this.answerable = answerable;
            this.missingNotedAt = at;
        }
    }

    ReportState annualState() {
        return annualState;
    }

    LocalDate annualDueOn() {
        return annualDueOn;
    }

    LocalDate annualClosesOn() {
        return annualClosesOn;
    }

    @Nullable
    Instant lateNotedAt() {
        return lateNotedAt;
    }

    @Nullable
    Instant missingNotedAt() {
        return missingNotedAt;
    }

    @Nullable
    String answerable() {
        return answerable;
    }
}
