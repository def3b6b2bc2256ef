package org.assent.notary;

import java.util.Optional;

/** Remembers which documents were issued and can prove it later. Public: the ledger is one. */
public interface Witness {

    /**
     * Told in the transaction that issues the document.
     *
     * @param reference what is issued, without personal data: {@code certificate} and its serial number, for example
     * @param sha256 of the signed document's bytes, in hexadecimal
     */
    void issued(String reference, String sha256);

    /** Empty while there is none, as before the first seal. */
    Optional<Proof> proof(String sha256);

    /**
     * That a document was on record at some time.
     *
     * @param sentence what a layman reads on the page
     * @param evidence what a program checks
     */
    record Proof(String sentence, String evidence) {}
}
