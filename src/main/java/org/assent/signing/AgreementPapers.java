package org.assent.signing;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.assent.ledger.IssuedDocuments;
import org.springframework.stereotype.Component;

/** Signed agreements for the bundle of their case. */
@Component
class AgreementPapers implements IssuedDocuments {

    private static final Pattern NAME = Pattern.compile("agreement (.+) version (\\d{1,6})");

    private final Signings signings;
    private final IssuedAgreements issued;

    AgreementPapers(Signings signings, IssuedAgreements issued) {
        this.signings = signings;
        this.issued = issued;
    }

    static String name(String key, int version) {
        return "agreement " + key + " version " + version;
    }

    @Override
    public Optional<Issued> find(String document) {
        Matcher name = NAME.matcher(document);
        return name.matches()
                ? signings.findByAgreementKeyAndDocumentVersion(name.group(1), Integer.parseInt(name.group(2)))
                        .flatMap(signing -> issued.findBySigning(signing.id()))
                        // as it lies there: who checks the bundle finds it when it is another one
                        .map(file -> new Issued(document.replaceAll("[ /]", "-") + ".pdf", file.bytes()))
                : Optional.empty();
    }
}
