package org.assent.ledger;

/**
 * Something that is not as it was recorded.
 *
 * @param fault in a word, for programs
 * @param where the chain and position, the seal, or the table and row
 * @param sentence for auditors
 */
record Finding(Fault fault, String where, String sentence) {

    /** What can be wrong. */
    enum Fault {
        CHANGED,
        MISSING,
        INSERTED,
        REORDERED,
        CLOCK_TURNED_BACK,
        FORGED,
        OLDER_BACKUP
    }

    @Override
    public String toString() {
        return fault + " " + where + ": " + sentence;
    }
}
