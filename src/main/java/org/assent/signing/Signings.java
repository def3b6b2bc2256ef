package org.assent.signing;

import java.util.List;
import java.util.Optional;
import org.springframework.data.repository.Repository;

interface Signings extends Repository<Signing, Long> {

    Signing save(Signing signing);

    Optional<Signing> findFirstByAgreementKeyOrderByIdDesc(String agreementKey);

    Optional<Signing> findByAgreementKeyAndDocumentVersion(String agreementKey, int documentVersion);

    List<Signing> findByAgreementKeyOrderById(String agreementKey);
}
