package org.assent.agreement;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import org.assent.engine.Caller;
import org.assent.engine.Refusal;
import org.assent.organisation.OrganisationFacts;
import org.assent.organisation.OrganisationRegister;
import org.assent.scheme.FiscalYear;
import org.assent.scheme.SchemeFacts;
import org.assent.scheme.SchemeRegister;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What happens to an agreement, one verb per step of its model. */
@Service
@Transactional
class AgreementService {

    private static final String REVIEWERS = "cabinet-reviewers";

    private final Agreements agreements;
    private final OrganisationRegister offices;
    private final SchemeRegister schemes;
    private final Clock clock;

    AgreementService(Agreements agreements, OrganisationRegister offices, SchemeRegister schemes, Clock clock) {
        this.agreements = agreements;
        this.offices = offices;
        this.schemes = schemes;
        this.clock = clock;
    }

    /** Opens the agreement of an office for a year, once. */
    AgreementFacts register(String organisation, String fiscalYear, Caller caller) {
        OrganisationFacts office = offices.find(organisation).orElseThrow(() -> unknown(caller));
        demandOwn(office, caller, "An agreement is opened by the office's own APA team or the Cabinet Division.");
        FiscalYear year = FiscalYear.of(fiscalYear);
        demandOpen(office, year);
        SchemeFacts scheme = schemes.schemeFor(year, office.level());
        if (agreements.existsByAgreementKey(AgreementFacts.key(office.code(), year))) {
            throw known(office, year);
        }
        try {
            return agreements
                    .saveAndFlush(new Agreement(
                            office.code(),
                            year,
                            office.level(),
                            scheme,
                            String.valueOf(caller.user()),
                            clock.instant()))
                    .facts();
        } catch (DataIntegrityViolationException openedAtTheSameMoment) {
            throw known(office, year);
        }
    }

    /** People know their office by its name; the code is what they are likely to miss. */
    private Refusal unknown(Caller caller) {
        String own = offices.ofGroups(caller.groups()).stream()
                .map(office -> "“" + office.code() + "” (" + office.name() + ")")
                .collect(Collectors.joining(", "));
        return new Refusal("There is no office with the code given." + (own.isEmpty() ? "" : " Yours is " + own + "."));
    }

    private void demandOwn(OrganisationFacts office, Caller caller, String sentence) {
        boolean own = caller.user() != null && offices.isOfTeam(caller.user(), office.code());
        if (!own && !caller.groups().contains(REVIEWERS)) {
            throw new Refusal(sentence);
        }
    }

    private void demandOpen(OrganisationFacts office, FiscalYear year) {
        if (!office.active()) {
            throw new Refusal(office.name() + " is no longer active, so no agreement can be opened for it.");
        }
        LocalDate today = LocalDate.ofInstant(clock.instant(), FiscalYear.DHAKA);
        if (year.compareTo(FiscalYear.containing(today).next()) > 0) {
            throw new Refusal("The fiscal year " + year
                    + " is too far ahead: agreements are opened for this year or the" + " next.");
        }
    }

    private static Refusal known(OrganisationFacts office, FiscalYear year) {
        return new Refusal(
                "The agreement of the office “%s” for %s has been opened already.".formatted(office.name(), year));
    }

    /** R12: all dates come from the calendar's table. */
    void schedule(String key, List<CalendarLine> calendar) {
        Agreement agreement = agreement(key);
        agreement.schedule(CalendarLine.dates(calendar, agreement.facts().fiscalYear()));
    }

    Parties parties(String key) {
        return Parties.of(offices.organisation(agreement(key).facts().organisation()), offices);
    }

    /** When draft, review and signing are due: of the agreement, or of the revision of a signed one. */
    DueDates dueDates(String key, boolean revision) {
        Agreement agreement = agreement(key);
        AgreementFacts facts = agreement.facts();
        return revision
                ? new DueDates(
                        facts.dueAt(CalendarStep.REVISION_DRAFT_DUE),
                        facts.dueAt(CalendarStep.REVISION_REVIEW_DUE),
                        facts.dueAt(CalendarStep.REVISION_SIGNING_DUE))
                : new DueDates(
                        facts.dueAt(agreement.draftStep()),
                        facts.dueAt(CalendarStep.REVIEW_DUE),
                        facts.dueAt(CalendarStep.SIGNING_DUE));
    }

    record DueDates(Instant draft, Instant review, Instant signing) {}

    void enter(String key, AgreementState state, String by) {
        agreement(key).enter(state, by, clock.instant());
    }

    /** Only the office's team asks; its superior decides in the review. */
    void askForRevision(String key, String reason, String by) {
        Agreement agreement = agreement(key);
        if (!offices.isOfTeam(by, agreement.facts().organisation())) {
            throw new Refusal("A revision is asked for by the APA team of the office whose agreement it is.");
        }
        agreement.askForRevision(reason, by, clock.instant());
        try {
            agreements.saveAndFlush(agreement);
        } catch (DataIntegrityViolationException | OptimisticLockingFailureException askedAtTheSameMoment) {
            throw new Refusal(
                    "Another revision of this agreement has just been asked for. Please look at that one first.");
        }
    }

    void adoptRevision(String key, String by) {
        agreement(key).adoptRevision(by, clock.instant());
    }

    void refuseRevision(String key, String by) {
        agreement(key).refuseRevision(by, clock.instant());
    }

    private Agreement agreement(String key) {
        return agreements.findByAgreementKey(key).orElseThrow(() -> new Refusal("There is no such agreement."));
    }
}
