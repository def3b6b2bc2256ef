package org.assent.evaluation;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Objects;
import org.assent.scheme.FiscalYear;
import org.assent.scheme.OfficeLevel;
import org.assent.scoring.Ranking;

/** A published list of one fiscal year and level. A late result makes the next edition; this one stays. */
@Entity
class LeagueEdition {

    @Id
    @GeneratedValue
    private long id;

    private String fiscalYear;

    @Enumerated(EnumType.STRING)
    private OfficeLevel officeLevel;

    private int edition;
    private int offices;
    private BigDecimal average;
    private BigDecimal best;
    private BigDecimal worst;
    private String becauseOf;
    private Instant publishedAt;

    @SuppressWarnings("NullAway.Init") // Hibernate fills the fields
    protected LeagueEdition() {}

    LeagueEdition(AgreementScore becauseOf, int edition, Ranking<ScoredOffice> ranking, Instant publishedAt) {
        this.fiscalYear = becauseOf.fiscalYear().toString();
        this.officeLevel = becauseOf.officeLevel();
        this.edition = edition;
        this.offices = ranking.places().size();
        this.average = Objects.requireNonNull(ranking.average());
        this.best = Objects.requireNonNull(ranking.best());
        this.worst = Objects.requireNonNull(ranking.worst());
        this.becauseOf = becauseOf.agreementKey();
        this.publishedAt = publishedAt;
    }

    long id() {
        return id;
    }

    int edition() {
        return edition;
    }

    FiscalYear fiscalYear() {
        return FiscalYear.of(fiscalYear);
    }

    int offices() {
        return offices;
    }

    BigDecimal average() {
        return average;
    }

    BigDecimal best() {
        return best;
    }

    BigDecimal worst() {
        return worst;
    }

    PublishedList published() {
        return new PublishedList(fiscalYear(), officeLevel, edition, publishedAt);
    }

    LeagueTable table(java.util.List<LeagueTable.Row> rows) {
        return new LeagueTable(
                fiscalYear(), officeLevel, edition, publishedAt, becauseOf, offices, average, best, worst, rows);
    }
}
