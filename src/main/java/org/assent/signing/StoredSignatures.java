package org.assent.signing;

import java.util.List;
import org.assent.drafting.DocumentRegister;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The register over our tables. */
@Component
@Transactional(readOnly = true)
class StoredSignatures implements SigningRegister {

    private final Signings signings;
    private final DocumentRegister documents;
    private final AgreementDocument document;

    StoredSignatures(Signings signings, DocumentRegister documents, AgreementDocument document) {
        this.signings = signings;
        this.documents = documents;
        this.document = document;
    }

    @Override
    public List<SignatureFacts> signatures(String key) {
        return signings.findByAgreementKeyOrderById(key).stream()
                .flatMap(signing -> signing.signatures().stream())
                .toList();
    }

    @Override
    public byte[] pdf(String key, int version) {
        return document.print(
                documents.version(key, version),
                signatures(key).stream()
                        .filter(signature -> signature.version() == version)
                        .toList());
    }
}
