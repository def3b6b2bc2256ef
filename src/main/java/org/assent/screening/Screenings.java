package org.assent.screening;

import java.util.Optional;
import org.springframework.data.repository.Repository;

interface Screenings extends Repository<Screening, Long> {

    Screening save(Screening screening);

    /** The round that counts. */
    Optional<Screening> findFirstByProjectCodeOrderByRoundDesc(String projectCode);
}
