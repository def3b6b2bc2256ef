package org.assent.monitoring;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.assent.engine.Refusal;
import org.assent.scheme.FiscalYear;
import org.jspecify.annotations.Nullable;

/** One of the three quarterly reports of an agreement (R12): on time, late or missing by the calendar, whatever a timer does. */
@Entity
class QuarterlyReport {

    @Id
    @GeneratedValue
    private long id;

    private String agreementKey;
    private int quarter;

    @Enumerated(EnumType.STRING)
    private ReportState state = ReportState.AWAITED;

    private LocalDate dueOn;
    private LocalDate closesOn;
    private @Nullable Integer documentVersion;
    private @Nullable String remark;
    private @Nullable String reportedBy;
    private @Nullable Instant reportedAt;
    private boolean late;
    private @Nullable Instant lateNotedAt;
    private @Nullable Instant missingNotedAt;
    private @Nullable String answerable;

    @Version
    private long version;

    @SuppressWarnings("NullAway.Init") // Hibernate fills the fields
    protected QuarterlyReport() {}

    QuarterlyReport(String agreementKey, int quarter, LocalDate dueOn, LocalDate closesOn) {
        this.agreementKey = agreementKey;
        this.quarter = quarter;
        this.dueOn = dueOn;
        this.closesOn = closesOn;
    }

    void report(int documentVersion, @Nullable String remark, String by, Instant at) {
        if (state == ReportState.REPORTED) {
            throw new Refusal("The report of this quarter has already been sent.");
        }
        if (state == ReportState.MISSING || !at.isBefore(FiscalYear.endOf(closesOn))) {
            throw new Refusal("The report of this quarter could be sent until " + day(closesOn)
                    + "; it now counts as missing. Bring its figures into the next report.");
        }
        this.documentVersion = documentVersion;
        this.remark = remark;
        this.reportedBy = by;
        this.reportedAt = at;
        this.late = !at.isBefore(FiscalYear.endOf(dueOn));
        this.state = ReportState.REPORTED;
    }

    /** On the due day; {@code answerable} is who should have reported. */
    void noteLate(String answerable, Instant at) {
        if (state == ReportState.AWAITED) {
            this.late = true;
            this.answerable = answerable;
            this.lateNotedAt = at;
        }
    }

    void noteMissing(String answerable, Instant at) {
        if (state == ReportState.AWAITED) {
            this.state = ReportState.MISSING;
            this.answerable = answerable;
            this.missingNotedAt = at;
        }
    }

    private static String day(LocalDate date) {
        return date.format(DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH));
    }

    long id() {
        return id;
    }

    int quarter() {
        return quarter;
    }

    ReportState state() {
        return state;
    }

    LocalDate dueOn() {
        return dueOn;
    }

    LocalDate closesOn() {
        return closesOn;
    }

    @Nullable
    Integer documentVersion() {
        return documentVersion;
    }

    @Nullable
    String remark() {
        return remark;
    }

    @Nullable
    String reportedBy() {
        return reportedBy;
    }

    @Nullable
    Instant reportedAt() {
        return reportedAt;
    }

    boolean late() {
        return late;
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
