package org.assent.history;

import java.util.List;
import org.springframework.data.domain.Limit;
import org.springframework.data.repository.Repository;

/** What was looked at. */
interface Looks extends Repository<Look, Long> {

    Look save(Look look);

    List<Look> findByOrderByLookedAtDescIdDesc(Limit limit);

    long count();
}
