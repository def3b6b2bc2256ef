package org.assent.evaluation;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.List;
import org.assent.engine.Refusal;
import org.jspecify.annotations.Nullable;

/** The office's own annual report. One that the head returned stays; the next is a new round. */
@Entity
class AnnualReport {

    @Id
    @GeneratedValue
    private long id;

    private String agreementKey;
    private int round;
    private int documentVersion;
    private @Nullable String remark;
    private boolean late;
    private String reportedBy;
    private Instant reportedAt;

    @Enumerated(EnumType.STRING)
    private @Nullable Approval decision;

    private @Nullable String decisionRemark;
    private @Nullable String decidedBy;
    private @Nullable Instant decidedAt;

    @Version
    private long version;

    @SuppressWarnings("NullAway.Init") // Hibernate fills the fields
    protected AnnualReport() {}

    AnnualReport(
            String agreementKey,
            int round,
            int documentVersion,
            @Nullable String remark,
            boolean late,
            String reportedBy,
            Instant reportedAt) {
        this.agreementKey = agreementKey;
        this.round = round;
        this.documentVersion = documentVersion;
        this.remark = remark;
        this.late = late;
        this.reportedBy = reportedBy;
        this.reportedAt = reportedAt;
    }

    /** Two people stand for a year's figures. */
    void decide(Approval answer, @Nullable String why, String by, Instant at) {
        if (by.equals(reportedBy)) {
            throw new Refusal("You reported these figures yourself; somebody else approves them.");
        }
        if (answer == Approval.RETURN && (why == null || why.isBlank())) {
            throw new Refusal("Please say why you return the annual report.");
        }
        this.decision = answer;
        this.decisionRemark = why;
        this.decidedBy = by;
        this.decidedAt = at;
    }

    boolean isApproved() {
        return decision == Approval.APPROVE;
    }

    long id() {
        return id;
    }

    int round() {
        return round;
    }

    String reportedBy() {
        return reportedBy;
    }

    @Nullable
    String decidedBy() {
        return decidedBy;
    }

    @Nullable
    String remark() {
        return remark;
    }

    @Nullable
    String decisionRemark() {
        return decisionRemark;
    }

    EvaluationFacts.AnnualReportFacts facts(List<EvaluationFacts.AnnualFigureFacts> figures) {
        return new EvaluationFacts.AnnualReportFacts(
                round,
                documentVersion,
                late,
                reportedBy,
                reportedAt,
                remark,
                decision == null ? null : decision == Approval.APPROVE,
                decidedBy,
                decidedAt,
                decisionRemark,
                figures);
    }
}
