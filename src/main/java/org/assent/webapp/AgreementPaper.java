package org.assent.webapp;

import org.assent.drafting.DocumentRegister;
import org.assent.signing.SigningRegister;
import org.springframework.stereotype.Component;

/** A version of an agreement as it is printed, for those who may see it. */
@Component
class AgreementPaper {

    private final AgreementFiles files;
    private final DocumentRegister documents;
    private final SigningRegister signing;

    AgreementPaper(AgreementFiles files, DocumentRegister documents, SigningRegister signing) {
        this.files = files;
        this.documents = documents;
        this.signing = signing;
    }

    byte[] print(String key, int number) {
        files.file(key);
        return signing.pdf(key, documents.version(key, number).number());
    }
}
