package org.assent.evaluation;

import java.util.List;
import java.util.Optional;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface LeaguePlaces extends Repository<LeaguePlace, LeaguePlace.PlaceId> {

    @Query("select p from LeaguePlace p where p.id.editionId = :edition order by p.place, p.organisation")
    List<LeaguePlace> of(long edition);

    @Query("select p from LeaguePlace p where p.id.editionId = :edition and p.id.agreementKey = :agreement")
    Optional<LeaguePlace> of(long edition, String agreement);

    @Query("select count(p) from LeaguePlace p where p.id.editionId = :edition and p.place = :place")
    long sharing(long edition, int place);

    /** In the latest edition of each year. */
    @Query("select new org.assent.evaluation.PublishedYear(e.fiscalYear, p.score, p.place)"
            + " from LeaguePlace p join LeagueEdition e on e.id = p.id.editionId"
            + " where p.organisation = :organisation and e.edition = (select max(l.edition) from LeagueEdition l"
            + " where l.fiscalYear = e.fiscalYear and l.officeLevel = e.officeLevel)")
    List<PublishedYear> years(String organisation);
}
