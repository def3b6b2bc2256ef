package org.assent.drafting;

import jakarta.persistence.LockModeType;
import java.util.Optional;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** The working drafts, one for each agreement. */
interface Drafts extends Repository<Draft, Long> {

    Draft save(Draft draft);

    Optional<Draft> findByAgreementKey(String agreementKey);

    /** For whoever writes: two saves at one moment come one after the other, and the later is told of the earlier. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("from Draft draft where draft.agreementKey = :agreementKey")
    Optional<Draft> lock(String agreementKey);
}
