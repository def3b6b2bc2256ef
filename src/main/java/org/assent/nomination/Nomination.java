package org.assent.nomination;

import static java.util.Objects.requireNonNull;

import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import org.assent.engine.Refusal;
import org.assent.project.ProjectFacts;
import org.jspecify.annotations.Nullable;

/** One candidate of one NPO under one version of the notification, with the NPO's order of preference (R1). */
@Entity
class Nomination {

    /** The list a candidate is on; ranks and addresses are unique within each. */
    enum Listing {
        DRAFT,
        STANDING
    }

    @Id
    @GeneratedValue
    private long id;

    @ManyToOne(fetch = FetchType.LAZY)
    private NominationCase nominationCase;

    private String projectCode;
    private int notificationVersion;

    @Enumerated(EnumType.STRING)
    private @Nullable Listing listing = Listing.DRAFT;

    private int preference;
    private @Nullable String reference;

    @Enumerated(EnumType.STRING)
    private CandidateState state = CandidateState.DRAFT;

    private String stateReason = "";
    private @Nullable Instant submittedAt;
    private boolean replacement;

    @Embedded
    private Biodata biodata;

    @Version
    private long version;

    @SuppressWarnings("NullAway.Init") // Hibernate fills the fields
    protected Nomination() {}

    /** @param today where the closing date is counted */
    Nomination(NominationCase nominationCase, ProjectFacts project, int preference, Biodata biodata, LocalDate today) {
        this.nominationCase = nominationCase;
        this.projectCode = project.code();
        this.notificationVersion = project.version();
        this.preference = preference;
        this.biodata = biodata;
        refuseUnlessPerson(today);
    }

    /** Candidates are told apart by their place in the list: a refusal is no place for a name. */
    private void refuseUnlessPerson(LocalDate today) {
        String candidate = "Candidate " + preference;
        if (biodata.displayName().isEmpty() || biodata.sex() == null || biodata.birth() == null) {
            throw new Refusal(candidate + " needs a name, a sex and a date of birth.");
        }
        if (!biodata.email().matches("[^\\s@<>,;]+@[^\\s@<>,;]+\\.[^\\s@<>,;]+")) {
            throw new Refusal(candidate + " needs an e-mail address such as name@example.org.");
        }
        if (!biodata.nationality().equals(nominationCase.economy())) {
            // R3
            throw new Refusal(candidate + " is not a national of your economy: an NPO nominates its own nationals.");
        }
        if (biodata.birth().isAfter(today)) {
            throw new Refusal(candidate + " has a date of birth in the future.");
        }
        if (biodata.birth().plusYears(18).isAfter(today)) {
            throw new Refusal(candidate + " is under 18 years of age.");
        }
    }

    void endorse() {
        this.state = CandidateState.ENDORSED;
    }

    void returnToDraft() {
        this.state = CandidateState.DRAFT;
    }

    /** From the draft to the list that stands. */
    void submit(String reference, int preference, boolean replacement, Instant now) {
        if (state != CandidateState.ENDORSED) {
            throw new Refusal("Nobody can nominate themselves: the head of the NPO has to endorse the list first.");
        }
        this.reference = reference;
        this.replacement = replacement;
        this.submittedAt = now;
        stand(preference);
    }

    /** Takes over what an endorsed correction says of the same person. */
    void correct(Nomination correction, int preference) {
        if (correction.state != CandidateState.ENDORSED) {
            throw new Refusal("Nobody can nominate themselves: the head of the NPO has to endorse the list first.");
        }
        this.biodata = correction.biodata;
        this.notificationVersion = correction.notificationVersion;
        stand(preference);
    }

    private void stand(int preference) {
        this.preference = preference;
        this.listing = Listing.STANDING;
        this.state = biodata.missing().isEmpty() ? CandidateState.SUBMITTED : CandidateState.INCOMPLETE;
    }

    /** Sets the rank free, which another may take in the same step. */
    void leaveList() {
        this.listing = null;
    }

    void withdraw(String reason) {
        this.state = CandidateState.WITHDRAWN;
        this.stateReason = reason;
        leaveList();
    }

    void close(String reference, String reason) {
        this.reference = reference;
        this.state = CandidateState.CLOSED;
        this.stateReason = reason;
        leaveList();
    }

    boolean isStanding() {
        return state == CandidateState.SUBMITTED || state == CandidateState.INCOMPLETE;
    }

    boolean isDraft() {
        return state == CandidateState.DRAFT || state == CandidateState.ENDORSED;
    }

    boolean isSubmittedBefore(Instant moment) {
        return submittedAt != null && submittedAt.isBefore(moment);
    }

    boolean isSamePerson(Nomination other) {
        return biodata.isSamePerson(other.biodata);
    }

    CandidateState state() {
        return state;
    }

    String stateReason() {
        return stateReason;
    }

    int preference() {
        return preference;
    }

    Biodata biodata() {
        return biodata;
    }

    /** Empty while the candidate is a draft. */
    String reference() {
        return reference == null ? "" : reference;
    }

    CandidateFacts facts() {
        return new CandidateFacts(
                reference(),
                projectCode,
                nominationCase.economy(),
                preference,
                biodata.familyName(),
                biodata.givenName(),
                biodata.displayName(),
                biodata.email(),
                requireNonNull(biodata.sex()),
                requireNonNull(biodata.birth()),
                biodata.nationality(),
                biodata.organizationType(),
                biodata.position(),
                biodata.positionLevel(),
                biodata.organization(),
                biodata.experience() == null ? 0 : biodata.experience(),
                biodata.highestDegree(),
                biodata.english(),
                biodata.earlierProjectCount(),
                biodata.missing().isEmpty(),
                state,
                submittedAt,
                replacement);
    }
}
