package org.assent.certification;

import java.util.Optional;
import org.assent.ledger.IssuedDocuments;
import org.springframework.stereotype.Component;

/** Certificates for the bundle of their case. */
@Component
class CertificatePapers implements IssuedDocuments {

    static final String CERTIFICATE = "certificate ";

    private final CertificateFiles files;

    CertificatePapers(CertificateFiles files) {
        this.files = files;
    }

    @Override
    public Optional<Issued> find(String document) {
        return document.startsWith(CERTIFICATE)
                ? files.findBySerial(document.substring(CERTIFICATE.length()))
                        .map(file -> new Issued(
                                "certificate-" + document.substring(CERTIFICATE.length()) + ".pdf", file.pdf()))
                : Optional.empty();
    }
}
