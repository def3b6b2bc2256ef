package org.assent.evaluation;

import java.util.List;
import java.util.Optional;
import org.assent.scheme.OfficeLevel;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface LeagueEditions extends Repository<LeagueEdition, Long> {

    LeagueEdition save(LeagueEdition leagueEdition);

    Optional<LeagueEdition> findFirstByFiscalYearAndOfficeLevelOrderByEditionDesc(
            String fiscalYear, OfficeLevel officeLevel);

    List<LeagueEdition> findByFiscalYearAndOfficeLevelOrderByEdition(String fiscalYear, OfficeLevel officeLevel);

    @Query("select e from LeagueEdition e where e.edition = (select max(l.edition) from LeagueEdition l"
            + " where l.fiscalYear = e.fiscalYear and l.officeLevel = e.officeLevel)"
            + " order by e.fiscalYear desc, e.officeLevel")
    List<LeagueEdition> latest();
}
