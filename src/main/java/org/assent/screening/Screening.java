package org.assent.screening;

import jakarta.persistence.CascadeType;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.assent.engine.Refusal;
import org.jspecify.annotations.Nullable;

/** One round of screening of a project: every assessment, the proposal, its changes and its approval. */
@Entity
class Screening {

    /** How far the round came. */
    enum State {
        ASSESSING,
        PROPOSED,
        REVIEWED,
        APPROVED
    }

    @Id
    @GeneratedValue
    private long id;

    private String projectCode;
    private int round;

    @Enumerated(EnumType.STRING)
    private State state = State.ASSESSING;

    @Embedded
    private Places places;

    private String returnRemark = "";
    private @Nullable String approvedBy;
    private @Nullable Instant approvedAt;

    @ElementCollection
    @CollectionTable(name = "screening_officer")
    @Column(name = "officer")
    private Set<String> officers = new HashSet<>();

    @OneToMany(mappedBy = "screening", cascade = CascadeType.ALL)
    @OrderBy("id")
    private List<Assessment> assessments = new ArrayList<>();

    @ElementCollection
    @CollectionTable(name = "selection_change")
    @OrderColumn(name = "line")
    private List<SelectionChange> changes = new ArrayList<>();

    @Version
    private long version;

    @SuppressWarnings("NullAway.Init") // Hibernate fills the fields
    protected Screening() {}

    Screening(String projectCode, int round, Places places) {
        this.projectCode = projectCode;
        this.round = round;
        this.places = places;
    }

    void assess(Applicant applicant, Verdict verdict, List<Criterion> criteria) {
        assessments.add(new Assessment(this, applicant, verdict, criteria));
    }

    boolean isAnyReferred() {
        return assessments.stream().anyMatch(one -> one.is(AssessmentState.REFERRED));
    }

    void decide(String reference, boolean eligible, String why, String officer) {
        assessment(reference).decide(eligible, why, officer);
        officers.add(officer);
    }

    /** R3, R4. The places are those of the notification on this day. */
    void propose(Places places) {
        if (isAnyReferred()) {
            throw new Refusal("Every candidate whom the table could not decide needs a decision first.");
        }
        this.places = places;
        Selection selection =
                Selection.propose(eligible().map(Assessment::nominee).toList(), places);
        selection.selected().forEach(nominee -> assessment(nominee.reference()).select());
        selection.alternates().forEach(nominee -> assessment(nominee.reference())
                .standBy(1));
        selection.notSelected().forEach(nominee -> assessment(nominee.reference())
                .leaveOut());
        rankAlternates();
        this.state = State.PROPOSED;
    }

    /** The Secretariat selects at its discretion: it may depart from the order of merit, and says why. */
    void exchange(Optional<String> out, Optional<String> in, String why, String officer, Instant now) {
        refuseUnlessOpen();
        if (out.isEmpty() && in.isEmpty()) {
            throw new Refusal("Please say who is to be taken out of the selection, or into it.");
        }
        if (why.isBlank()) {
            throw new Refusal("Please give a reason for departing from the proposal.");
        }
        out.ifPresent(reference -> among(AssessmentState.SELECTED, reference).leaveOut());
        in.map(this::waiting).ifPresent(Assessment::select);
        refuseBeyondPlaces();
        rankAlternates();
        changes.add(new SelectionChange(out.orElse(""), in.orElse(""), why, officer, now));
        officers.add(officer);
    }

    void review(String officer) {
        refuseUnlessOpen();
        officers.add(officer);
        this.returnRemark = "";
        this.state = State.REVIEWED;
    }

    void approve(String officer, Instant now) {
        refuseScreener(officer);
        this.approvedBy = officer;
        this.approvedAt = now;
        this.state = State.APPROVED;
    }

    void giveBack(String officer, String remark) {
        refuseScreener(officer);
        if (remark.isBlank()) {
            throw new Refusal("Please say what should be changed when you return the selection.");
        }
        this.returnRemark = remark;
        this.state = State.PROPOSED;
    }

    /** A replacement that came after the approval waits with the alternates, in order of merit. */
    void assessLate(Applicant applicant, Verdict verdict, List<Criterion> criteria) {
        assess(applicant, verdict, criteria);
        Assessment late = assessment(applicant.reference());
        if (late.isEligible()) {
            late.standBy(1);
            rankAlternates();
        }
    }

    /** Who fills a place that fell vacant, of those that may be asked. */
    Optional<Selected> next(Place vacant, String economy, Predicate<String> mayBeAsked) {
        List<Nominee> alternates = in(AssessmentState.ALTERNATE)
                .map(Assessment::nominee)
                .filter(nominee -> mayBeAsked.test(nominee.reference()))
                .toList();
        return Selection.next(alternates, vacant, economy)
                .map(nominee -> assessment(nominee.reference()).place(projectCode));
    }

    private void refuseScreener(String officer) {
        if (state != State.REVIEWED) {
            throw new Refusal("There is no reviewed selection to approve.");
        }
        if (officers.contains(officer)) {
            throw new Refusal(
                    "You took part in screening these candidates, so another programme officer has to approve the selection.");
        }
    }

    private void refuseUnlessOpen() {
        if (state != State.PROPOSED) {
            throw new Refusal("This selection can no longer be changed.");
        }
    }

    private void refuseBeyondPlaces() {
        for (Place place : Place.values()) {
            if (count(place) > places.of(place)) {
                throw new Refusal("All " + places.of(place) + " "
                        + place.label().toLowerCase(Locale.ROOT)
                        + " places are filled: take somebody out who holds such a place.");
            }
        }
    }

    private void rankAlternates() {
        for (Place place : Place.values()) {
            List<Nominee> waiting = in(AssessmentState.ALTERNATE)
                    .filter(one -> one.place() == place)
                    .map(Assessment::nominee)
                    .sorted()
                    .toList();
            for (int i = 0; i < waiting.size(); i++) {
                assessment(waiting.get(i).reference()).standBy(i + 1);
            }
        }
    }

    private Assessment assessment(String reference) {
        return find(reference).orElseThrow(() -> new Refusal("No candidate with this reference has been assessed."));
    }

    private Assessment among(AssessmentState state, String reference) {
        return find(reference)
                .filter(one -> one.is(state))
                .orElseThrow(() -> new Refusal("The candidate to be taken out is not among the selected ones."));
    }

    private Assessment waiting(String reference) {
        return find(reference)
                .filter(one -> one.isEligible() && !one.is(AssessmentState.SELECTED))
                .orElseThrow(() -> new Refusal("The candidate to be taken in is not among those who could be."));
    }

    Optional<Assessment> find(String reference) {
        return assessments.stream()
                .filter(one -> one.reference().equals(reference))
                .findFirst();
    }

    int count(Place place) {
        return (int)
                in(AssessmentState.SELECTED).filter(one -> one.place() == place).count();
    }

    Map<String, Long> overQuota() {
        return Selection.overQuota(
                in(AssessmentState.SELECTED).map(Assessment::nominee).toList(), places.perEconomy());
    }

    private Stream<Assessment> in(AssessmentState state) {
        return assessments.stream().filter(one -> one.is(state));
    }

    private Stream<Assessment> eligible() {
        return assessments.stream().filter(Assessment::isEligible);
    }

    List<Assessment> assessments() {
        return assessments;
    }

    List<SelectionChange> changes() {
        return changes;
    }

    Set<String> officers() {
        return officers;
    }

    Places places() {
        return places;
    }

    String returnRemark() {
        return returnRemark;
    }

    int round() {
        return round;
    }

    boolean isApproved() {
        return state == State.APPROVED;
    }

    SelectionFacts facts() {
        return new SelectionFacts(
                projectCode,
                round,
                isApproved(),
                approvedBy,
                approvedAt,
                in(AssessmentState.SELECTED)
                        .map(Assessment::nominee)
                        .sorted()
                        .map(nominee -> assessment(nominee.reference()).place(projectCode))
                        .toList(),
                in(AssessmentState.ALTERNATE)
                        .map(one -> one.place(projectCode))
                        .sorted(Comparator.comparing(Selected::place).thenComparing(Selected::rank))
                        .toList());
    }
}
