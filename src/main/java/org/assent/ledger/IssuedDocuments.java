package org.assent.ledger;

import java.util.Optional;

/** Documents that left the house. Public: whoever issued them finds them again, for the bundle of their case. */
public interface IssuedDocuments {

    /**
     * A document, byte for byte.
     *
     * @param file a name to store it by
     */
    record Issued(String file, byte[] content) {}

    /** @param document as it was named when it was put on record; empty for another's */
    Optional<Issued> find(String document);
}
