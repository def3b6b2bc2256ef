package org.assent.ledger;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * The ledger of a desk whose tables earlier tests have emptied beside it. Public: tests of the pages verify a whole one.
 */
@Component
public class LedgerFixture {

    /** The bench has a desk without. */
    private final ObjectProvider<Baseline> baseline;

    LedgerFixture(ObjectProvider<Baseline> baseline) {
        this.baseline = baseline;
    }

    /** What stands now is where it begins. */
    public void begin() {
        baseline.getObject().take();
    }
}
