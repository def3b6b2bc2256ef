package org.assent.drafting;

import java.util.List;
import java.util.Optional;
import org.springframework.data.repository.Repository;

/** The submitted versions. */
interface DocumentVersions extends Repository<DocumentVersion, Long> {

    DocumentVersion save(DocumentVersion version);

    Optional<DocumentVersion> findByAgreementKeyAndNumber(String agreementKey, int number);

    Optional<DocumentVersion> findByAgreementKeyAndState(String agreementKey, VersionState state);

    Optional<DocumentVersion> findFirstByAgreementKeyOrderByNumberDesc(String agreementKey);

    List<DocumentVersion> findByAgreementKeyOrderByNumber(String agreementKey);
}
