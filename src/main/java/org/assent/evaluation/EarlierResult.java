package org.assent.evaluation;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import java.math.BigDecimal;
import java.time.Instant;
import org.assent.scheme.FiscalYear;

/** A result of a year before this desk, as it was published then. */
@Entity
class EarlierResult {

    @Id
    @GeneratedValue
    private long id;

    private String organisation;
    private String fiscalYear;
    private BigDecimal score;
    private String importedBy;
    private Instant importedAt;

    @SuppressWarnings("NullAway.Init") // Hibernate fills the fields
    protected EarlierResult() {}

    EarlierResult(String organisation, FiscalYear fiscalYear, BigDecimal score, String importedBy, Instant importedAt) {
        this.organisation = organisation;
        this.fiscalYear = fiscalYear.toString();
        this.score = score;
        this.importedBy = importedBy;
        this.importedAt = importedAt;
    }

    String organisation() {
        return organisation;
    }

    FiscalYear fiscalYear() {
        return FiscalYear.of(fiscalYear);
    }

    BigDecimal score() {
        return score;
    }
}
