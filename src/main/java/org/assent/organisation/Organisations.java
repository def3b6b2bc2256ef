package org.assent.organisation;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.assent.scheme.OfficeLevel;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface Organisations extends Repository<Organisation, Long> {

    void saveAll(Iterable<Organisation> offices);

    Optional<Organisation> findByCode(String code);

    List<Organisation> findAllByOrderByCode();

    List<Organisation> findByParentOrderByCode(String parent);

    List<Organisation> findByLevelOrderByCode(OfficeLevel level);

    List<Organisation> findByCodeInOrderByCode(Collection<String> codes);

    @Query("select distinct o.teamAddress from Organisation o where o.teamAddress in :addresses")
    List<String> findTeamAddresses(Collection<String> addresses);

    @Query("select distinct o.headAddress from Organisation o where o.headAddress in :addresses")
    List<String> findHeadAddresses(Collection<String> addresses);

    @Query("select o from Organisation o where o.code = o.ministry order by o.code")
    List<Organisation> findTenants();
}
