package org.assent.ledger;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What of the ledger lies outside the database, and how often it is sealed.
 *
 * @param folder of keys and roots; belongs on another disk than the database
 * @param copies second folder for the roots, or empty
 * @param mailTo who gets the roots by mail, or empty
 * @param mailFrom whom that mail is from
 * @param mailEvery how long roots are gathered for one mail
 * @param sealEvery by the machine's time; zero for not at all
 * @param timeStampUrl an RFC 3161 authority that stamps each root, or empty
 * @param keyStore where the signing key is, unless it is a file in the folder
 */
@ConfigurationProperties("assent.ledger")
record LedgerSettings(
        @DefaultValue("data/ledger") String folder,
        @DefaultValue("") String copies,
        @DefaultValue("") String mailTo,
        @DefaultValue("Assent <desk@example.org>") String mailFrom,
        @DefaultValue("PT1H") Duration mailEvery,
        @DefaultValue("PT1M") Duration sealEvery,
        @DefaultValue("") String timeStampUrl,
        @DefaultValue Store keyStore) {

    /**
     * A key store of Java's.
     *
     * @param type PKCS11, PKCS12; empty for none
     * @param file of the key store; of PKCS11 the configuration of its provider, which names the library
     * @param alias of key and certificate
     */
    record Store(
            @DefaultValue("") String type,
            @DefaultValue("") String file,
            @DefaultValue("") String password,
            @DefaultValue("assent") String alias) {

        static final Store NONE = new Store("", "", "", "");

        boolean isThere() {
            return !type.isEmpty();
        }
    }

    Path path() {
        return Path.of(folder);
    }

    SealingKeys keys() {
        return new SealingKeys(path(), keyStore);
    }

    EntryMarks marks() {
        return new EntryMarks(path());
    }

    /** The one beside the keys first. */
    List<RootsFile> roots() {
        List<RootsFile> files = new ArrayList<>(List.of(RootsFile.in(path())));
        if (!copies.isBlank()) {
            files.add(RootsFile.in(Path.of(copies)));
        }
        return files;
    }
}
