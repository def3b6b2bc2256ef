package org.assent.deputation;

import java.util.Collection;
import java.util.List;
import org.springframework.data.repository.Repository;

/** What deputies completed. */
interface DeputationActs extends Repository<DeputationAct, Long> {

    DeputationAct save(DeputationAct act);

    List<DeputationAct> findByDeputationIdInOrderById(Collection<Long> deputations);
}
