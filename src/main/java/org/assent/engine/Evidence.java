package org.assent.engine;

import java.util.Map;

/**
 * Takes note of what the engine and our entities write no row of, in the transaction at hand. Public: whoever does
 * something of note says so here, and the ledger listens.
 */
public interface Evidence {

    /**
     * Something that is no row: a login, a document that was issued.
     *
     * @param facts no personal data but user ids; documents by their hash
     */
    void happened(String kind, Map<String, String> facts);

    /** A row of ours that was written past Hibernate. */
    void wrote(String table, Object key);

    /**
     * What the row held of a person has been erased, in this transaction: nobody can find out any more what the ledger's
     * digests of it were made from. The row may stand on without that, or be gone.
     */
    void erased(String table, Object key);
}
