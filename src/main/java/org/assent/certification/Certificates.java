package org.assent.certification;

import java.util.Optional;
import org.springframework.data.repository.Repository;

interface Certificates extends Repository<Certificate, Long> {

    Optional<Certificate> findBySerial(String serial);
}
