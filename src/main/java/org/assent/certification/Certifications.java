package org.assent.certification;

import java.util.Optional;
import org.springframework.data.repository.Repository;

interface Certifications extends Repository<Certification, Long> {

    Certification save(Certification certification);

    Optional<Certification> findByProjectCode(String projectCode);
}
