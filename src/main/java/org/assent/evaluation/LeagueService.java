package org.assent.evaluation;

import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.util.Optional;
import org.assent.scoring.Ranking;
import org.hibernate.Session;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Ranks and publishes: one query, one pass, one batch, however many offices there are. */
@Service
@Transactional
class LeagueService {

    private static final int BATCH = 1_000;

    private final AgreementScores scores;
    private final LeagueEditions editions;
    private final LeaguePlaces places;
    private final EntityManager entities;
    private final Clock clock;

    LeagueService(
            AgreementScores scores, LeagueEditions editions, LeaguePlaces places, EntityManager entities, Clock clock) {
        this.scores = scores;
        this.editions = editions;
        this.places = places;
        this.entities = entities;
        this.clock = clock;
    }

    /**
     * On the day of publication the first of the offices publishes all that are fixed, and the others find themselves
     * listed; only a late result makes a new edition.
     */
    void publish(String key) {
        AgreementScore score = scores.findByAgreementKey(key).orElseThrow();
        Optional<LeagueEdition> latest = editions.findFirstByFiscalYearAndOfficeLevelOrderByEditionDesc(
                score.fiscalYear().toString(), score.officeLevel());
        boolean listed = latest.flatMap(edition -> places.of(edition.id(), key)).isPresent();
        if (!listed) {
            write(score, latest.map(LeagueEdition::edition).orElse(0) + 1);
        }
    }

    private void write(AgreementScore because, int number) {
        Ranking<ScoredOffice> ranking = Ranking.of(
                scores.scored(because.fiscalYear().toString(), because.officeLevel()), ScoredOffice::composite);
        LeagueEdition edition = editions.save(new LeagueEdition(because, number, ranking, clock.instant()));
        entities.flush();
        Session session = entities.unwrap(Session.class);
        session.setJdbcBatchSize(BATCH);
        ranking.places().forEach(place -> entities.persist(new LeaguePlace(edition.id(), place)));
        entities.flush();
        entities.clear();
    }
}
