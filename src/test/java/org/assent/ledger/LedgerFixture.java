package org.assent.ledger;

import java.io.IOException;
import java.nio.file.Files;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * The ledger of a desk whose tables earlier tests have emptied beside it. Public: tests of the pages verify a whole one.
 */
@Component
public class LedgerFixture {

    /** The bench has a desk without. */
    private final ObjectProvider<Baseline> baseline;

    private final LedgerSettings settings;

    LedgerFixture(ObjectProvider<Baseline> baseline, LedgerSettings settings) {
        this.baseline = baseline;
        this.settings = settings;
    }

    /**
     * What stands now is where it begins: an earlier test may have sealed, and the next one emptied the tables, which
     * the file outside the database rightly calls tampering. The next seal writes the file anew.
     */
    public void begin() throws IOException {
        Files.deleteIfExists(RootsFile.in(settings.path()).path());
        baseline.getObject().take();
    }
}
