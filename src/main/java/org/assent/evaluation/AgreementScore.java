package org.assent.evaluation;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import java.math.BigDecimal;
import java.time.Instant;
import org.assent.agreement.AgreementFacts;
import org.assent.scheme.FiscalYear;
import org.assent.scheme.OfficeLevel;

/** The final score of an agreement: fixed once, ranked by its two decimals. */
@Entity
class AgreementScore {

    @Id
    @GeneratedValue
    private long id;

    private String agreementKey;
    private String organisation;
    private String fiscalYear;

    @Enumerated(EnumType.STRING)
    private OfficeLevel officeLevel;

    private int documentVersion;
    private int evaluationRound;
    private BigDecimal composite;
    private BigDecimal ownMarks;
    private String compositeExact;
    private String band;
    private String fixedBy;
    private Instant fixedAt;

    @SuppressWarnings("NullAway.Init") // Hibernate fills the fields
    protected AgreementScore() {}

    AgreementScore(AgreementFacts agreement, int evaluationRound, Scored scored, String fixedBy, Instant fixedAt) {
        this.agreementKey = agreement.key();
        this.organisation = agreement.organisation();
        this.fiscalYear = agreement.fiscalYear().toString();
        this.officeLevel = agreement.level();
        this.documentVersion = scored.documentVersion();
        this.evaluationRound = evaluationRound;
        this.composite = scored.composite();
        this.ownMarks = scored.ownMarks();
        this.compositeExact = scored.compositeExact();
        this.band = scored.band();
        this.fixedBy = fixedBy;
        this.fixedAt = fixedAt;
    }

    long id() {
        return id;
    }

    String agreementKey() {
        return agreementKey;
    }

    String organisation() {
        return organisation;
    }

    FiscalYear fiscalYear() {
        return FiscalYear.of(fiscalYear);
    }

    OfficeLevel officeLevel() {
        return officeLevel;
    }

    int documentVersion() {
        return documentVersion;
    }

    BigDecimal composite() {
        return composite;
    }

    BigDecimal ownMarks() {
        return ownMarks;
    }

    String compositeExact() {
        return compositeExact;
    }

    String band() {
        return band;
    }

    String fixedBy() {
        return fixedBy;
    }

    Instant fixedAt() {
        return fixedAt;
    }
}
