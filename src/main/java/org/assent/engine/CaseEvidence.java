package org.assent.engine;

/**
 * Checks the record of one case and hands it out as a bundle that anybody can check. Public: the ledger does it, the
 * auditors' page asks for it; a desk without a ledger has none.
 */
public interface CaseEvidence {

    /** @param root the case that everything began with */
    Finding verify(String root);

    /** A zip that verifies without the desk. */
    byte[] bundle(String root);

    /**
     * What came of it.
     *
     * @param whole nothing was changed, left out, put in or moved
     * @param sentence for whoever asked: what was checked, and the first record that is wrong
     */
    record Finding(boolean whole, String sentence) {}
}
