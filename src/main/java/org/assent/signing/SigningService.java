package org.assent.signing;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import org.assent.agreement.AgreementRegister;
import org.assent.agreement.AgreementState;
import org.assent.drafting.DocumentRegister;
import org.assent.drafting.VersionDesk;
import org.assent.drafting.VersionFacts;
import org.assent.engine.Actor;
import org.assent.engine.OfficialNames;
import org.assent.engine.Refusal;
import org.assent.notary.Notary;
import org.assent.organisation.OrganisationFacts;
import org.assent.organisation.OrganisationRegister;
import org.assent.scheme.FiscalYear;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Keeps who signed, or refused to. */
@Service
@Transactional
class SigningService {

    private final Signings signings;
    private final AgreementRegister agreements;
    private final DocumentRegister documents;
    private final VersionDesk versions;
    private final OrganisationRegister organisations;
    private final Posts posts;
    private final OfficialNames names;
    private final AgreementDocument document;
    private final IssuedAgreements issued;
    private final Notary notary;
    private final Clock clock;
    private final int days;

    SigningService(
            Signings signings,
            AgreementRegister agreements,
            DocumentRegister documents,
            VersionDesk versions,
            OrganisationRegister organisations,
            Posts posts,
            OfficialNames names,
            AgreementDocument document,
            IssuedAgreements issued,
            Notary notary,
            Clock clock,
            @Value("${assent.signing-days:14}") int days) {
        this.signings = signings;
        this.agreements = agreements;
        this.documents = documents;
        this.versions = versions;
        this.organisations = organisations;
        this.posts = posts;
        this.names = names;
        this.document = document;
        this.issued = issued;
        this.notary = notary;
        this.clock = clock;
        this.days = days;
    }

    /**
     * Opens the signing of the version that has been recommended.
     *
     * @return when it is due: on the calendar's date; where that has passed, as for a revision, some days from now
     */
    Instant open(String key, Instant calendarDate) {
        VersionFacts version =
                documents.latest(key).orElseThrow(() -> new Refusal("This agreement has no document to sign."));
        Instant now = clock.instant();
        Instant due = calendarDate.isAfter(now.plus(Duration.ofDays(1)))
                ? calendarDate
                : FiscalYear.endOf(LocalDate.ofInstant(now, FiscalYear.DHAKA).plusDays(days));
        signings.save(new Signing(key, version.number(), version.sha256(), now, due));
        return due;
    }

    /**
     * Signs, or refuses; with a refusal the version goes back.
     *
     * @return whether it was signed
     */
    boolean decide(String key, Seat seat, Choice choice, String reason, String by) {
        Signing signing = signing(key);
        VersionFacts version = documents.version(key, signing.documentVersion());
        refuseWhoDrafted(version, by);
        OrganisationFacts office = posts.office(key, seat);
        Signatory signatory = new Signatory(seat, office.code(), Posts.post(office), by, names.signature(by));
        if (choice == Choice.SIGN) {
            refuseWhenPublished(key);
        }
        String contentNow = documents.fingerprint(key, version.number());
        if (choice == Choice.SIGN) {
            signing.sign(signatory, contentNow, clock.instant());
            return true;
        }
        signing.refuse(signatory, reason, contentNow, clock.instant());
        versions.refused(key, by);
        return false;
    }

    /**
     * Closes the version: from now on it is in force and nothing of it can change, the printed document included. A
     * revision is another version with a document of its own.
     */
    void seal(String key, String by) {
        Signing signing = signing(key);
        signing.seal(documents.fingerprint(key, signing.documentVersion()), clock.instant());
        versions.signed(key, by);
        byte[] printed = document.print(documents.version(key, signing.documentVersion()), signing.signatures());
        String name = AgreementPapers.name(key, signing.documentVersion());
        issued.save(new IssuedAgreement(signing.id(), notary.issue(name, "Annual Performance Agreement", printed)));
    }

    /** A revision that was left open so long can only be refused: nothing is scored by it any more. */
    private void refuseWhenPublished(String key) {
        if (agreements
                .find(key)
                .filter(found -> found.state() == AgreementState.PUBLISHED)
                .isPresent()) {
            throw new Refusal("The result of this agreement has been published, so its revision can no longer be"
                    + " signed. Please refuse it, with that as the reason.");
        }
    }

    /** The head approves and signs; whoever drafted it does neither. */
    private void refuseWhoDrafted(VersionFacts version, String by) {
        String office = version.key().split("/", 2)[0];
        if (Actor.and(by).anyMatch(one -> one.equals(version.submittedBy()) || organisations.isOfTeam(one, office))) {
            throw new Refusal("You belong to the team that drafted this document, so somebody else has to sign it.");
        }
    }

    private Signing signing(String key) {
        return signings.findFirstByAgreementKeyOrderByIdDesc(key)
                .orElseThrow(() -> new Refusal("This agreement has no document to sign."));
    }
}
