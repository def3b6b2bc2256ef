package org.assent.project;

import static java.util.Objects.requireNonNull;

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
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.assent.engine.Refusal;
import org.jspecify.annotations.Nullable;

/** A project from its plan on, with every version of its notification. */
@Entity
class Project {

    /** Year, unit, serial, programme, type, run: 22-CL-15-GE-WSP-A. */
    private static final Pattern CODE = Pattern.compile("[0-9]{2}-[A-Z]{2}-[0-9]{2}-[A-Z]{2,3}-[A-Z]{3}-[A-Z]");

    @Id
    @GeneratedValue
    private long id;

    private String code;
    private String title;

    @Enumerated(EnumType.STRING)
    private ProjectState state = ProjectState.PLANNED;

    @Enumerated(EnumType.STRING)
    private @Nullable ProjectState stateBefore;

    private String plannedBy;
    private @Nullable Integer announcementLead;
    private @Nullable Integer firstReminderLead;
    private @Nullable Integer secondReminderLead;
    private String unread = "";
    private @Nullable Integer rating;
    private @Nullable String evaluation;
    private @Nullable String evaluatedBy;
    private @Nullable LocalDate archivedOn;

    @OneToMany(mappedBy = "project", cascade = CascadeType.ALL)
    @OrderBy("number")
    private List<Notification> notifications = new ArrayList<>();

    @OneToMany(mappedBy = "project", cascade = CascadeType.ALL)
    @OrderBy("id")
    private List<ProjectChange> changes = new ArrayList<>();

    @OneToMany(mappedBy = "project", cascade = CascadeType.ALL)
    @OrderBy("id")
    private List<ProjectDecision> decisions = new ArrayList<>();

    @OneToMany(mappedBy = "project", cascade = CascadeType.ALL)
    @OrderBy("id")
    private List<ChangeRequest> requests = new ArrayList<>();

    @OneToMany(mappedBy = "project", cascade = CascadeType.ALL)
    @OrderBy("id")
    private List<Reopening> reopenings = new ArrayList<>();

    @Version
    private long version;

    @SuppressWarnings("NullAway.Init") // Hibernate fills the fields
    protected Project() {}

    Project(String code, String title, String plannedBy) {
        if (!CODE.matcher(code).matches()) {
            throw new Refusal("A project code looks like 22-CL-15-GE-WSP-A: year, unit, serial number, programme, type"
                    + " and run, with hyphens and in capitals.");
        }
        this.code = code;
        this.title = title;
        this.plannedBy = plannedBy;
    }

    /** Keeps the draft of the first version; later versions come from decided changes only. */
    void draft(String title, Terms terms) {
        if (state != ProjectState.PLANNED) {
            throw new Refusal("The notification of this project has been issued; it is changed by a revision.");
        }
        this.title = title;
        this.unread = "";
        if (notifications.isEmpty()) {
            notifications.add(new Notification(this, 1, terms));
        } else {
            notifications.get(0).redraft(terms);
        }
    }

    /** Names what an imported document did not say clearly. */
    void leaveUnread(List<String> fields) {
        this.unread = String.join(", ", fields);
    }

    /** Keeps who decided what; whoever sends something back says why. */
    void decided(DecisionStep step, boolean approved, String remark, String by, Instant at) {
        if (!approved && remark.isBlank()) {
            throw new Refusal("Please say in the remark what has to change, or why it is refused.");
        }
        decisions.add(new ProjectDecision(this, step, approved, remark, by, at));
    }

    /** The first issue; from here on the deadlines hold. */
    void issue(
            LocalDate today,
            List<String> activeEconomies,
            int announcementLead,
            int firstReminderLead,
            int secondReminderLead) {
        if (state != ProjectState.PLANNED || notifications.isEmpty()) {
            throw new Refusal("This notification cannot be issued: it is not drafted, or it was issued before.");
        }
        latest().terms().check(activeEconomies);
        latest().terms().checkAhead(today, null);
        latest().issue(today);
        this.announcementLead = announcementLead;
        this.firstReminderLead = firstReminderLead;
        this.secondReminderLead = secondReminderLead;
        this.state = ProjectState.NOTIFIED;
    }

    /** The next phase; a postponed project stays postponed, and takes the phase up when it goes on. */
    void enter(ProjectState next) {
        if (next == ProjectState.SCREENED && phase() == ProjectState.ANNOUNCED) {
            // an announcement that is overdue goes out within the screening's last step
            return;
        }
        if (!phase().mayBecome(next)) {
            throw new Refusal("The project is not at the point where this can be recorded.");
        }
        if (state == ProjectState.POSTPONED) {
            this.stateBefore = next;
        } else {
            this.state = next;
        }
    }

    void proposeChange(ChangeProposal proposal, String by, LocalDate today, List<String> activeEconomies) {
        if (proposal.kind() == ChangeKind.NONE) {
            return;
        }
        if (requests.stream().anyMatch(ChangeRequest::isPending)) {
            throw new Refusal("Another change of this project waits for the decision of the Secretary-General.");
        }
        check(proposal, today, activeEconomies);
        requests.add(new ChangeRequest(this, proposal, by));
    }

    /** Decided by somebody else than the one who proposed it, and checked again: dates may have passed meanwhile. */
    ChangeKind decideChange(boolean approved, String by, LocalDate today, List<String> activeEconomies) {
        ChangeRequest request = pending();
        if (request.proposedBy().equals(by)) {
            throw new Refusal("The person who proposed a change cannot decide on it.");
        }
        if (approved) {
            check(request.proposal(), today, activeEconomies);
        }
        request.decide(approved, by);
        return request.proposal().kind();
    }

    ChangeRequest pending() {
        return requests.stream()
                .filter(ChangeRequest::isPending)
                .findFirst()
                .orElseThrow(() -> new Refusal("No change of this project waits for a decision."));
    }

    /** R7: the approved change becomes the next version with its history; says whether nominations open again. */
    boolean revise(Instant now, LocalDate today, UnaryOperator<String> nameOf, List<String> participating) {
        ChangeProposal proposal = requests.get(requests.size() - 1).proposal();
        int number = latest().number() + 1;
        Terms before = latest().terms();
        Terms after = proposal.applied(before, number);
        boolean reopened = proposal.reopens(phase());
        Notification next = new Notification(this, number, after);
        next.issue(today);
        notifications.add(next);
        Clauses.changed(before, after, nameOf)
                .forEach(clause ->
                        changes.add(new ProjectChange(this, number - 1, today, clause.label(), clause.text())));
        if (reopened) {
            LocalDate until = requireNonNull(after.closingDate());
            changes.add(
                    new ProjectChange(this, number - 1, today, "Nominations", "reopened until " + Clauses.day(until)));
            reopenings.add(new Reopening(this, participating, proposal.reason(), until, false, proposedBy(), now));
        }
        this.state = reopened || phase() == ProjectState.NOTIFIED ? ProjectState.REVISED : phase();
        this.stateBefore = null;
        return reopened;
    }

    /** How often a change was asked for; tells one postponement's letter from the next one's. */
    int requests() {
        return requests.size();
    }

    String lastReason() {
        return requests.isEmpty()
                ? ""
                : requests.get(requests.size() - 1).proposal().reason();
    }

    private String proposedBy() {
        return requests.get(requests.size() - 1).proposedBy();
    }

    void postpone() {
        this.stateBefore = state;
        this.state = ProjectState.POSTPONED;
    }

    void cancel() {
        if (state.isOver()) {
            throw new Refusal("This project is over, so it cannot be cancelled.");
        }
        this.state = ProjectState.CANCELLED;
    }

    /** R2: after the selection, replacements come in through a window with a reason; nobody named opens none. */
    boolean openWindow(
            List<String> named,
            String reason,
            @Nullable LocalDate until,
            String by,
            Instant now,
            LocalDate today,
            List<String> participating) {
        if (named.isEmpty()) {
            return false;
        }
        refuseIf(
                state == ProjectState.NOTIFIED
                        || state == ProjectState.REVISED
                        || state == ProjectState.NOMINATIONS_CLOSED,
                "The selection has not been made yet, so there is nobody to replace.");
        refuseIf(
                state != ProjectState.SCREENED && state != ProjectState.ANNOUNCED,
                "Replacements can be nominated only between the selection and the first session.");
        refuseIf(!participating.containsAll(named), "Only participating economies can nominate replacements.");
        refuseIf(reason.isBlank(), "Please give the reason for the replacement window.");
        if (until == null
                || until.isBefore(today)
                || !until.isBefore(requireNonNull(latest().terms().start()))) {
            throw new Refusal(
                    "The last day for replacements must lie between today and the day before the first session.");
        }
        reopenings.add(new Reopening(this, named, reason, until, true, by, now));
        return true;
    }

    Optional<Reopening> reopening(String economy) {
        return reopenings.stream()
                .filter(reopening -> reopening.economies().contains(economy))
                .reduce((earlier, later) -> later);
    }

    Reopening lastReopening() {
        return reopenings.get(reopenings.size() - 1);
    }

    void evaluate(int rating, String evaluation, String by) {
        refuseIf(rating < 1 || rating > 5, "The rating is a number from 1 to 5.");
        enter(ProjectState.EVALUATED);
        this.rating = rating;
        this.evaluation = evaluation;
        this.evaluatedBy = by;
    }

    void archive(LocalDate today) {
        enter(ProjectState.ARCHIVED);
        this.archivedOn = today;
    }

    private void check(ChangeProposal proposal, LocalDate today, List<String> activeEconomies) {
        proposal.check(state, phase(), terms(), today, activeEconomies);
    }

    /** What the project had come to, also while it is postponed. */
    private ProjectState phase() {
        return stateBefore == null ? state : stateBefore;
    }

    private static void refuseIf(boolean wrong, String sentence) {
        if (wrong) {
            throw new Refusal(sentence);
        }
    }

    boolean isIssued() {
        return !notifications.isEmpty() && notifications.get(0).isIssued();
    }

    /** What is written down so far; nothing before the first draft. */
    Terms terms() {
        return notifications.isEmpty() ? Terms.NONE : latest().terms();
    }

    Notification latest() {
        return notifications.get(notifications.size() - 1);
    }

    Deadlines deadlines() {
        Terms terms = latest().terms();
        return new Deadlines(
                requireNonNull(terms.start()),
                requireNonNull(terms.closingDate()),
                requireNonNull(announcementLead),
                requireNonNull(firstReminderLead),
                requireNonNull(secondReminderLead));
    }

    String code() {
        return code;
    }

    String title() {
        return title;
    }

    ProjectState state() {
        return state;
    }

    String unread() {
        return unread;
    }

    /** The last remark made at a step, so that whoever reworks a thing reads why. */
    String lastRemark() {
        return decisions.isEmpty() ? "" : decisions.get(decisions.size() - 1).remark();
    }

    List<ChangeFacts> changes() {
        return changes.stream().map(ProjectChange::facts).toList();
    }

    ProjectLine line() {
        return new ProjectLine(code, title, state);
    }
}
