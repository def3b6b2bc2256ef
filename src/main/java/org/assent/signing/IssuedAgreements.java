package org.assent.signing;

import java.util.Optional;
import org.springframework.data.repository.Repository;

interface IssuedAgreements extends Repository<IssuedAgreement, Long> {

    IssuedAgreement save(IssuedAgreement file);

    Optional<IssuedAgreement> findBySigning(long signing);
}
