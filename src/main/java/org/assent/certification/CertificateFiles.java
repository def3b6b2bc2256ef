package org.assent.certification;

import java.util.Optional;
import org.springframework.data.repository.Repository;

interface CertificateFiles extends Repository<CertificateFile, String> {

    CertificateFile save(CertificateFile file);

    Optional<CertificateFile> findBySerial(String serial);
}
