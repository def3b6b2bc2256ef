package org.assent.evaluation;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import java.io.Serializable;
import java.math.BigDecimal;
import org.assent.scoring.Ranking;

/** An office's place in one edition. Written in batches, so its identity is the edition and the agreement. */
@Entity
class LeaguePlace {

    /** Which edition, which agreement. */
    @Embeddable
    record PlaceId(long editionId, String agreementKey) implements Serializable {}

    @EmbeddedId
    private PlaceId id;

    private String organisation;
    private int place;
    private BigDecimal score;

    @SuppressWarnings("NullAway.Init") // Hibernate fills the fields
    protected LeaguePlace() {}

    LeaguePlace(long edition, Ranking.Place<ScoredOffice> ranked) {
        this.id = new PlaceId(edition, ranked.entry().agreementKey());
        this.organisation = ranked.entry().organisation();
        this.place = ranked.rank();
        this.score = ranked.score();
    }

    String agreementKey() {
        return id.agreementKey();
    }

    String organisation() {
        return organisation;
    }

    int place() {
        return place;
    }

    BigDecimal score() {
        return score;
    }
}
