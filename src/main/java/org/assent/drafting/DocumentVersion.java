package org.assent.drafting;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;
import org.assent.engine.Refusal;
import org.assent.scheme.FiscalYear;
import org.assent.scheme.OfficeLevel;
import org.jspecify.annotations.Nullable;

/** A document as it was submitted. Its content never changes, by no one and for no reason (R10); only its state moves. */
@Entity
class DocumentVersion {

    /** What the agreement says of its document besides the office's own words. */
    record Terms(String schemeCode, int schemeVersion, FiscalYear fiscalYear, OfficeLevel level) {}

    @Id
    @GeneratedValue
    private long id;

    @Column(updatable = false)
    private String agreementKey;

    @Column(updatable = false)
    private int number;

    @Enumerated(EnumType.STRING)
    private VersionState state = VersionState.SUBMITTED;

    @Column(updatable = false)
    private boolean revision;

    @Column(updatable = false)
    private String reason;

    @Column(updatable = false)
    private @Nullable String requestedBy;

    @Column(updatable = false)
    private String schemeCode;

    @Column(updatable = false)
    private int schemeVersion;

    @Column(updatable = false)
    private String fiscalYear;

    @Column(updatable = false)
    @Enumerated(EnumType.STRING)
    private OfficeLevel officeLevel;

    @Column(updatable = false)
    private String content;

    @Column(updatable = false)
    private String sha256;

    @Column(updatable = false)
    private String submittedBy;

    @Column(updatable = false)
    private String approvedBy;

    @Column(updatable = false)
    private Instant submittedAt;

    private @Nullable String stateBy;
    private @Nullable Instant stateAt;

    @Version
    private long version;

    @SuppressWarnings("NullAway.Init") // Hibernate fills the fields
    protected DocumentVersion() {}

    DocumentVersion(Draft draft, int number, Terms terms, String submittedBy, String approvedBy, Instant at) {
        Content words = draft.content();
        this.agreementKey = draft.agreementKey();
        this.number = number;
        this.revision = draft.revises() != null;
        this.reason = draft.reason();
        this.requestedBy = draft.requestedBy();
        this.schemeCode = terms.schemeCode();
        this.schemeVersion = terms.schemeVersion();
        this.fiscalYear = terms.fiscalYear().toString();
        this.officeLevel = terms.level();
        this.content = Canonical.json(words);
        this.sha256 = Canonical.hash(agreementKey, words, schemeCode, schemeVersion);
        this.submittedBy = submittedBy;
        this.approvedBy = approvedBy;
        this.submittedAt = at;
    }

    static Refusal missing() {
        return new Refusal("No version of this agreement has been submitted yet.");
    }

    void sendBack(String by, Instant at) {
        move(Set.of(VersionState.SUBMITTED), VersionState.RETURNED, by, at);
    }

    void recommend(String by, Instant at) {
        move(Set.of(VersionState.SUBMITTED), VersionState.RECOMMENDED, by, at);
    }

    void sign(String by, Instant at) {
        move(Set.of(VersionState.RECOMMENDED), VersionState.SIGNED, by, at);
    }

    void refuse(String by, Instant at) {
        move(EnumSet.of(VersionState.SUBMITTED, VersionState.RECOMMENDED), VersionState.REFUSED, by, at);
    }

    void supersede(String by, Instant at) {
        move(Set.of(VersionState.SIGNED), VersionState.SUPERSEDED, by, at);
    }

    private void move(Set<VersionState> from, VersionState to, String by, Instant at) {
        if (!from.contains(state)) {
            throw new Refusal("Version " + number + " of this agreement has already been dealt with.");
        }
        state = to;
        stateBy = by;
        stateAt = at;
    }

    String agreementKey() {
        return agreementKey;
    }

    int number() {
        return number;
    }

    VersionState state() {
        return state;
    }

    Content content() {
        return Canonical.read(content);
    }

    /** The same words under the same scheme; else somebody has been at the table. */
    boolean isUntouched() {
        return sha256.equals(fingerprint());
    }

    /** The hash of what stands there now, worked out anew. */
    String fingerprint() {
        return Canonical.hash(agreementKey, content(), schemeCode, schemeVersion);
    }

    Terms terms() {
        return new Terms(schemeCode, schemeVersion, FiscalYear.of(fiscalYear), officeLevel);
    }

    VersionFacts facts(java.util.List<IndicatorFacts> indicators) {
        return new VersionFacts(
                agreementKey,
                number,
                state,
                revision,
                reason,
                schemeCode,
                schemeVersion,
                FiscalYear.of(fiscalYear),
                officeLevel,
                submittedBy,
                approvedBy,
                submittedAt,
                stateBy,
                stateAt,
                sha256,
                content(),
                indicators);
    }
}
