package org.assent.nomination;

import java.util.List;
import java.util.Optional;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** The nomination cases on record. */
interface NominationCases extends Repository<NominationCase, Long> {

    NominationCase save(NominationCase nominationCase);

    /** Before a rank or an address is given again that was set free. */
    void flush();

    boolean existsByProjectCodeAndEconomy(String projectCode, String economy);

    Optional<NominationCase> findByProjectCodeAndEconomy(String projectCode, String economy);

    @Query("select distinct c from NominationCase c left join fetch c.nominations where c.projectCode = :projectCode"
            + " order by c.economy")
    List<NominationCase> findByProjectCode(String projectCode);

    /** Whoever another NPO has on a list of the same project. */
    @Query("select n from Nomination n where n.projectCode = :projectCode and n.nominationCase.economy <> :economy"
            + " and n.listing is not null")
    List<Nomination> listedElsewhere(String projectCode, String economy);
}
