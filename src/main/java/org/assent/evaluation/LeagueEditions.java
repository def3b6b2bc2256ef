package org.assent.evaluation;

import java.util.List;
import java.util.Optional;
import org.assent.scheme.OfficeLevel;
import org.springframework.data.repository.Repository;

interface LeagueEditions extends Repository<LeagueEdition, Long> {

    LeagueEdition save(LeagueEdition leagueEdition);

    Optional<LeagueEdition> findFirstByFiscalYearAndOfficeLevelOrderByEditionDesc(
            String fiscalYear, OfficeLevel officeLevel);

    List<LeagueEdition> findByFiscalYearAndOfficeLevelOrderByEdition(String fiscalYear, OfficeLevel officeLevel);
}
