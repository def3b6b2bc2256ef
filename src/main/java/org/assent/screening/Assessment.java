package org.assent.screening;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.assent.engine.Refusal;
import org.hibernate.annotations.BatchSize;
import org.jspecify.annotations.Nullable;

/** One candidate in one round of screening: the verdict, the points, and what the selection made of them. */
@Entity
class Assessment {

    @Id
    @GeneratedValue
    private long id;

    @ManyToOne(fetch = FetchType.LAZY)
    private Screening screening;

    private String reference;
    private String economy;

    @Enumerated(EnumType.STRING)
    private Place place;

    private int preference;
    private Instant submittedAt;
    private String reason;
    private int points;

    @Enumerated(EnumType.STRING)
    private AssessmentState state;

    private @Nullable Integer alternateRank;
    private @Nullable String decidedBy;
    private String decisionReason = "";

    @ElementCollection
    @CollectionTable(name = "assessment_criterion")
    @BatchSize(size = 100)
    @OrderColumn(name = "line")
    private List<Criterion> criteria = new ArrayList<>();

    @Version
    private long version;

    @SuppressWarnings("NullAway.Init") // Hibernate fills the fields
    protected Assessment() {}

    Assessment(Screening screening, Applicant applicant, Verdict verdict, List<Criterion> criteria) {
        this.screening = screening;
        this.reference = applicant.reference();
        this.economy = applicant.economy();
        this.place = applicant.place();
        this.preference = applicant.preference();
        this.submittedAt = applicant.submittedAt();
        this.state = verdict.eligibility();
        this.reason = verdict.reason();
        this.criteria.addAll(criteria);
        this.points = criteria.stream().mapToInt(Criterion::points).sum();
    }

    /** What the table could not decide, a programme officer decides once and says why. */
    void decide(boolean eligible, String why, String officer) {
        if (state != AssessmentState.REFERRED) {
            throw new Refusal("Candidate " + reference + " is not waiting for a decision.");
        }
        if (why.isBlank()) {
            throw new Refusal("Please give a reason for each decision; candidate " + reference + " has none.");
        }
        this.state = eligible ? AssessmentState.ELIGIBLE : AssessmentState.INELIGIBLE;
        this.decidedBy = officer;
        this.decisionReason = why;
    }

    void select() {
        become(AssessmentState.SELECTED);
    }

    void standBy(int rank) {
        become(AssessmentState.ALTERNATE);
        this.alternateRank = rank;
    }

    void leaveOut() {
        become(AssessmentState.NOT_SELECTED);
    }

    private void become(AssessmentState next) {
        if (!isEligible()) {
            throw new Refusal("Candidate " + reference + " is not eligible and cannot be given a place.");
        }
        this.state = next;
        this.alternateRank = null;
    }

    boolean isEligible() {
        return state != AssessmentState.REFERRED && state != AssessmentState.INELIGIBLE;
    }

    boolean is(AssessmentState state) {
        return this.state == state;
    }

    String reference() {
        return reference;
    }

    Place place() {
        return place;
    }

    Nominee nominee() {
        return new Nominee(reference, economy, place, points, preference, submittedAt);
    }

    Selected place(String projectCode) {
        return new Selected(projectCode, reference, economy, place, alternateRank == null ? 0 : alternateRank, points);
    }

    AssessmentFacts facts(int round) {
        return new AssessmentFacts(
                reference,
                economy,
                place,
                state,
                reason,
                points,
                criteria.stream()
                        .map(criterion -> criterion.reason() + ": " + criterion.points())
                        .toList(),
                decidedBy,
                decisionReason,
                alternateRank,
                round);
    }
}
