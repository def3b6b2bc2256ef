package org.assent.signing;

import java.util.List;
import java.util.Optional;
import org.assent.drafting.DocumentRegister;
import org.assent.notary.Attestation;
import org.assent.notary.Notary;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The register over our tables. */
@Component
@Transactional(readOnly = true)
class StoredSignatures implements SigningRegister {

    private final Signings signings;
    private final DocumentRegister documents;
    private final AgreementDocument document;
    private final IssuedAgreements issued;
    private final Notary notary;

    StoredSignatures(
            Signings signings,
            DocumentRegister documents,
            AgreementDocument document,
            IssuedAgreements issued,
            Notary notary) {
        this.signings = signings;
        this.documents = documents;
        this.document = document;
        this.issued = issued;
        this.notary = notary;
    }

    @Override
    public List<SignatureFacts> signatures(String key) {
        return signings.findByAgreementKeyOrderById(key).stream()
                .flatMap(signing -> signing.signatures().stream())
                .toList();
    }

    @Override
    public byte[] pdf(String key, int version) {
        return file(key, version).map(IssuedAgreement::pdf).orElseGet(() -> printed(key, version));
    }

    @Override
    public Optional<Attestation> attestation(String key, int version) {
        return file(key, version).map(file -> {
            Attestation attestation = notary.attest(file.bytes());
            return file.isTheOneIssued() ? attestation : attestation.replaced();
        });
    }

    private Optional<IssuedAgreement> file(String key, int version) {
        return signings.findByAgreementKeyAndDocumentVersion(key, version)
                .flatMap(signing -> issued.findBySigning(signing.id()));
    }

    private byte[] printed(String key, int version) {
        return document.print(
                documents.version(key, version),
                signatures(key).stream()
                        .filter(signature -> signature.version() == version)
                        .toList());
    }
}
