package org.assent.agreement;

import jakarta.persistence.CascadeType;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.MapKeyColumn;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.assent.engine.Refusal;
import org.assent.scheme.FiscalYear;
import org.assent.scheme.OfficeLevel;
import org.assent.scheme.SchemeFacts;

/** One office's agreement for one fiscal year: its calendar, how far it is, and its revisions. */
@Entity
class Agreement {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.ENGLISH);

    @Id
    @GeneratedValue
    private long id;

    private String agreementKey;
    private String organisation;
    private String fiscalYear;

    @Enumerated(EnumType.STRING)
    private OfficeLevel officeLevel;

    private String schemeCode;
    private int schemeVersion;

    @Enumerated(EnumType.STRING)
    private AgreementState state = AgreementState.DRAFTING;

    private boolean returned;
    private String openedBy;
    private Instant openedAt;

    @ElementCollection
    @MapKeyColumn(name = "step")
    @Column(name = "due_on")
    private Map<String, LocalDate> dates = new HashMap<>();

    @OneToMany(mappedBy = "agreement", cascade = CascadeType.ALL)
    @OrderBy("number")
    private List<AgreementRevision> revisions = new ArrayList<>();

    @OneToMany(mappedBy = "agreement", cascade = CascadeType.ALL)
    @OrderBy("id")
    private List<AgreementMove> moves = new ArrayList<>();

    @Version
    private long version;

    @SuppressWarnings("NullAway.Init") // Hibernate fills the fields
    protected Agreement() {}

    /** An agreement keeps the scheme that it was opened under. */
    Agreement(String organisation, FiscalYear year, OfficeLevel level, SchemeFacts scheme, String by, Instant at) {
        this.agreementKey = AgreementFacts.key(organisation, year);
        this.organisation = organisation;
        this.fiscalYear = year.toString();
        this.officeLevel = level;
        this.schemeCode = scheme.code();
        this.schemeVersion = scheme.version();
        this.openedBy = by;
        this.openedAt = at;
    }

    void schedule(Map<String, LocalDate> calendar) {
        dates.clear();
        dates.putAll(calendar);
    }

    /** Whoever moved it, and when, stays on record. */
    void enter(AgreementState next, String by, Instant at) {
        this.returned = returned || next == AgreementState.DRAFTING;
        this.state = next;
        moves.add(new AgreementMove(this, next, by, at));
    }

    /** R11: to the last day of the window, with a reason, one at a time. */
    void askForRevision(String reason, String by, Instant now) {
        refuseIf(
                state == AgreementState.PUBLISHED,
                "The result of this agreement has been published, so it can no longer be revised.");
        refuseIf(
                state != AgreementState.IN_FORCE,
                "This agreement is not in force yet, so there is nothing to revise: change the draft instead.");
        LocalDate last = facts().date(CalendarStep.REVISION_UNTIL);
        refuseIf(
                !now.isBefore(FiscalYear.endOf(last)),
                "A revision of this agreement could be asked for until " + DAY.format(last) + ".");
        refuseIf(reason.isBlank(), "Please give the reason for the revision.");
        refuseIf(
                reason.length() > AgreementRevision.LONGEST_REASON,
                "The reason for the revision is too long: up to " + AgreementRevision.LONGEST_REASON
                        + " characters can be kept.");
        refuseIf(
                revisions.stream().anyMatch(AgreementRevision::isOpen),
                "Another revision of this agreement is under way. Please wait until it is decided.");
        revisions.add(new AgreementRevision(this, revisions.size() + 1, reason.strip(), by, now));
    }

    /** The new version binds from now on; nothing can be scored by a version that came after the score. */
    void adoptRevision(String by, Instant at) {
        refuseIf(
                state != AgreementState.IN_FORCE,
                "The result of this agreement has been published, so its revision can no longer come into force.");
        openRevision().decide(RevisionFacts.State.IN_FORCE, by, at);
    }

    void refuseRevision(String by, Instant at) {
        openRevision().decide(RevisionFacts.State.REFUSED, by, at);
    }

    private AgreementRevision openRevision() {
        return revisions.stream()
                .filter(AgreementRevision::isOpen)
                .findFirst()
                .orElseThrow(() -> new Refusal("No revision of this agreement is under way."));
    }

    /** The step of the calendar that the next draft is due by. */
    String draftStep() {
        return returned ? CalendarStep.FINAL_DRAFT_DUE : CalendarStep.DRAFT_DUE;
    }

    List<RevisionFacts> revisions() {
        return revisions.stream().map(AgreementRevision::facts).toList();
    }

    AgreementFacts facts() {
        return new AgreementFacts(
                agreementKey,
                organisation,
                FiscalYear.of(fiscalYear),
                officeLevel,
                schemeCode,
                schemeVersion,
                state,
                Map.copyOf(dates),
                openedAt);
    }

    private static void refuseIf(boolean broken, String sentence) {
        if (broken) {
            throw new Refusal(sentence);
        }
    }
}
