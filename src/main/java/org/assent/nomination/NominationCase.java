package org.assent.nomination;

import jakarta.persistence.CascadeType;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.assent.engine.Refusal;
import org.assent.project.EconomyFacts;
import org.assent.project.ProjectFacts;
import org.jspecify.annotations.Nullable;

/** What one economy is asked and answers for one project: its candidates, its closing, its windows. */
@Entity
class NominationCase {

    /** Where the closing date ends (R2). */
    static final ZoneId TOKYO = ZoneId.of("Asia/Tokyo");

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH);

    @Id
    @GeneratedValue
    private long id;

    private String projectCode;
    private String economy;

    @Enumerated(EnumType.STRING)
    private CaseState state = CaseState.OPEN;

    private Instant closingAt;
    private int windows;
    private @Nullable Instant windowOpenedAt;
    private String windowReason = "";
    private boolean replacementWindow;
    private boolean returnedOnce;
    private boolean offered;
    private int lastReference;
    private String enteredBy = "";
    private String remark = "";
    private String endorsedBy = "";
    private String endorserName = "";
    private String endorserTitle = "";
    private @Nullable Instant endorsedAt;
    private @Nullable Instant submittedAt;
    private @Nullable Instant closedAt;
    private String closingNote = "";
    private @Nullable Instant evaluationDueAt;

    @OneToMany(mappedBy = "nominationCase", cascade = CascadeType.ALL, orphanRemoval = true)
    @OrderBy("preference, id")
    private List<Nomination> nominations = new ArrayList<>();

    @Version
    private long version;

    @SuppressWarnings("NullAway.Init") // Hibernate fills the fields
    protected NominationCase() {}

    NominationCase(ProjectFacts project, String economy) {
        if (!project.economies().contains(economy)) {
            throw new Refusal("This economy does not take part in the project.");
        }
        this.projectCode = project.code();
        this.economy = economy;
        this.closingAt = project.closingAt();
    }

    /** A revision moves the closing for everybody; a replacement window that ends later stays as granted. */
    void follow(Instant projectClosing) {
        this.closingAt = closingUnder(projectClosing);
    }

    Instant closingUnder(Instant projectClosing) {
        return replacementWindow && closingAt.isAfter(projectClosing) ? closingAt : projectClosing;
    }

    /** R2: nothing after the end of the closing date, Tokyo time. */
    void refuseAfterClosing(Instant now) {
        if (closedAt != null || !now.isBefore(closingAt)) {
            throw new Refusal("Nominations closed at the end of " + closingDay()
                    + ", Tokyo time, so nothing more can be submitted or changed.");
        }
    }

    /** First step of a new draft: the earlier one goes, and its ranks come free. */
    void discardDraft(Instant now) {
        refuseAfterClosing(now);
        nominations.removeIf(Nomination::isDraft);
    }

    /** The list as the liaison officer enters it, in order of preference. */
    void draft(List<Biodata> candidates, ProjectFacts project, EconomyFacts npo, String user, Instant now) {
        refuseAfterClosing(now);
        if (candidates.isEmpty()) {
            throw new Refusal("Please enter at least one candidate, or say that your NPO nominates nobody.");
        }
        int rank = 0;
        for (Biodata candidate : candidates) {
            rank++;
            refuseSelfNomination(candidate, npo, rank);
            Nomination entered = new Nomination(this, project, rank, candidate, LocalDate.ofInstant(now, TOKYO));
            refuseTwice(entered);
            nominations.add(entered);
        }
        this.enteredBy = user;
        this.remark = "";
    }

    private static void refuseSelfNomination(Biodata candidate, EconomyFacts npo, int rank) {
        if (candidate.email().equalsIgnoreCase(npo.liaisonAddress())
                || candidate.email().equalsIgnoreCase(npo.headAddress())) {
            throw new Refusal("Candidate " + rank
                    + " has the address of the NPO's own office: nobody can nominate or endorse themselves.");
        }
    }

    private void refuseTwice(Nomination entered) {
        for (Nomination other : nominations) {
            boolean sameList = other.isDraft() || other.isStanding() && !isOpenToChange(other);
            if (sameList && entered.isSamePerson(other)) {
                throw new Refusal("Candidate " + entered.preference()
                        + " is in the list already: a person can be nominated once.");
            }
        }
    }

    /** The NPO's answer may also be that it puts forward nobody; what was submitted before is then withdrawn. */
    void nominateNobody(String user, Instant now) {
        discardDraft(now);
        openToChange().forEach(nomination -> nomination.withdraw("The NPO nominates nobody."));
        this.enteredBy = user;
        this.state = answer();
    }

    /** Nobody endorses what they entered themselves, nor their own candidature. */
    void endorse(String user, String name, String title, Instant now) {
        refuseAfterClosing(now);
        if (user.equals(enteredBy)) {
            throw new Refusal("Whoever entered the candidates cannot endorse them: please ask the head of the NPO.");
        }
        if (drafts().stream().anyMatch(draft -> draft.biodata().displayName().equalsIgnoreCase(name.strip()))) {
            throw new Refusal("Nobody can endorse their own nomination: please ask another officer of the NPO.");
        }
        drafts().forEach(Nomination::endorse);
        this.endorsedBy = user;
        this.endorserName = name;
        this.endorserTitle = title;
        this.endorsedAt = now;
    }

    void returnDraft(String remark, Instant now) {
        refuseAfterClosing(now);
        if (remark.isBlank()) {
            throw new Refusal("Please say in the remark what has to be changed.");
        }
        drafts().forEach(Nomination::returnToDraft);
        this.remark = remark;
    }

    /** First step of registering: the ranks of the list that stands come free. */
    void freeRanks(Instant now) {
        refuseAfterClosing(now);
        openToChange().forEach(Nomination::leaveList);
    }

    /** The endorsed list takes the place of the one that stood; who is in both keeps the reference. */
    void register(Instant now) {
        refuseAfterClosing(now);
        List<Nomination> earlier = openToChange();
        int rank = nominations.stream()
                .filter(nomination -> nomination.isStanding() && !isOpenToChange(nomination))
                .mapToInt(Nomination::preference)
                .max()
                .orElse(0);
        for (Nomination draft : drafts()) {
            rank++;
            Optional<Nomination> stood =
                    earlier.stream().filter(draft::isSamePerson).findFirst();
            if (stood.isPresent()) {
                stood.get().correct(draft, rank);
                earlier.remove(stood.get());
                nominations.remove(draft);
            } else {
                draft.submit(nextReference(), rank, replacementWindow, now);
            }
        }
        earlier.forEach(left -> left.withdraw("Left out of the corrected list."));
        this.state = CaseState.SUBMITTED;
        this.submittedAt = now;
    }

    /** An incomplete nomination goes back once; the second time it stands as it is. */
    boolean returnIncomplete() {
        boolean back = !returnedOnce && !incomplete().isEmpty();
        this.returnedOnce |= back;
        return back;
    }

    void withdraw(String reference, String reason, Instant now) {
        refuseAfterClosing(now);
        refuseWithoutReason(reason);
        openToChange().stream()
                .filter(nomination -> nomination.reference().equals(reference))
                .findFirst()
                .orElseThrow(() -> new Refusal("Please choose a candidate whose nomination stands."))
                .withdraw(reason);
        this.state = answer();
    }

    void withdrawAll(String reason, Instant now) {
        refuseAfterClosing(now);
        refuseWithoutReason(reason);
        if (openToChange().isEmpty()) {
            throw new Refusal("There is no nomination to withdraw.");
        }
        openToChange().forEach(nomination -> nomination.withdraw(reason));
        this.state = answer();
    }

    private static void refuseWithoutReason(String reason) {
        if (reason.isBlank()) {
            throw new Refusal("Please give the reason of the withdrawal.");
        }
    }

    private CaseState answer() {
        return standing().isEmpty() ? CaseState.NOBODY : CaseState.SUBMITTED;
    }

    /** What was not submitted is closed, and the record says so. */
    void close(Instant now) {
        List<Nomination> unfinished = drafts();
        for (Nomination draft : unfinished) {
            boolean correction = standing().stream().anyMatch(draft::isSamePerson);
            draft.close(
                    nextReference(),
                    correction
                            ? "A correction that was not endorsed by the closing date."
                            : "Not endorsed and submitted by the closing date.");
        }
        if (state == CaseState.OPEN) {
            this.state = CaseState.NOT_SUBMITTED;
        }
        this.closedAt = now;
        this.closingNote = state.label() + "."
                + (unfinished.isEmpty()
                        ? ""
                        : " A list of " + unfinished.size()
                                + " had been entered but not endorsed; it was closed without being submitted.");
    }

    /** Nominations are taken again until another date: for replacements, or because a revision moved the closing. */
    void reopen(LocalDate lastDay, String reason, ProjectFacts project, Instant now) {
        Instant until = lastDay.plusDays(1).atStartOfDay(TOKYO).toInstant();
        if (!until.isAfter(now)) {
            throw new Refusal("The new closing date has passed already.");
        }
        if (!lastDay.isBefore(project.start())) {
            throw new Refusal("The new closing date must lie before the first session.");
        }
        if (reason.isBlank()) {
            throw new Refusal("Please say why nominations are taken again.");
        }
        this.windows++;
        this.windowOpenedAt = now;
        this.windowReason = reason;
        this.replacementWindow = until.isAfter(project.closingAt());
        this.closingAt = until;
        this.closedAt = null;
        this.closingNote = "";
        this.returnedOnce = false;
        this.state = standing().isEmpty() ? CaseState.OPEN : CaseState.SUBMITTED;
    }

    void offerPlaces() {
        this.offered = true;
    }

    void expectEvaluation(Instant due) {
        this.evaluationDueAt = due;
    }

    /** In a replacement window what stood before stays; only what the window brought can be changed. */
    private boolean isOpenToChange(Nomination nomination) {
        return !replacementWindow || windowOpenedAt == null || !nomination.isSubmittedBefore(windowOpenedAt);
    }

    /** The candidates that a correction replaces and a withdrawal can name. */
    List<Nomination> openToChange() {
        return new ArrayList<>(standing().stream().filter(this::isOpenToChange).toList());
    }

    List<Nomination> standing() {
        return nominations.stream().filter(Nomination::isStanding).toList();
    }

    List<Nomination> drafts() {
        return nominations.stream().filter(Nomination::isDraft).toList();
    }

    List<Nomination> incomplete() {
        return openToChange().stream()
                .filter(nomination -> nomination.state() == CandidateState.INCOMPLETE)
                .toList();
    }

    List<Nomination> nominations() {
        return nominations;
    }

    /** Reminders go out while the NPO owes an answer, and not for a date before its window was opened. */
    boolean isReminded(Instant due) {
        return state == CaseState.OPEN && closedAt == null && (windowOpenedAt == null || due.isAfter(windowOpenedAt));
    }

    private String nextReference() {
        lastReference++;
        return economy + "-" + lastReference;
    }

    String closingDay() {
        return DAY.format(closingAt.minusSeconds(1).atZone(TOKYO));
    }

    long id() {
        return id;
    }

    String projectCode() {
        return projectCode;
    }

    String economy() {
        return economy;
    }

    CaseState state() {
        return state;
    }

    Instant closingAt() {
        return closingAt;
    }

    int windows() {
        return windows;
    }

    boolean isReplacementWindow() {
        return replacementWindow;
    }

    String windowReason() {
        return windowReason;
    }

    boolean isReturned() {
        return returnedOnce;
    }

    boolean isOffered() {
        return offered;
    }

    String remark() {
        return remark;
    }

    Optional<Instant> evaluationDueAt() {
        return Optional.ofNullable(evaluationDueAt);
    }

    NominationCaseFacts facts() {
        return facts(closingAt);
    }

    /** @param projectClosing as the latest notification has it */
    NominationCaseFacts facts(Instant projectClosing) {
        return new NominationCaseFacts(
                projectCode,
                economy,
                state,
                standing().size(),
                (int) standing().stream()
                        .filter(nomination -> nomination.state() == CandidateState.INCOMPLETE)
                        .count(),
                drafts().size(),
                (int) nominations.stream()
                        .filter(nomination -> nomination.state() == CandidateState.WITHDRAWN)
                        .count(),
                closedAt == null ? closingUnder(projectClosing) : closingAt,
                replacementWindow,
                windowReason,
                returnedOnce,
                endorsedAt == null ? "" : endorserName + ", " + endorserTitle,
                submittedAt,
                closedAt,
                closingNote);
    }
}
