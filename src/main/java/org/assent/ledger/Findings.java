package org.assent.ledger;

import java.util.ArrayList;
import java.util.List;
import org.assent.ledger.Finding.Fault;

/** What an audit has found so far, in the order in which it was found. */
final class Findings {

    private final List<Finding> all = new ArrayList<>();

    void add(Fault fault, String where, String sentence) {
        all.add(new Finding(fault, where, sentence));
    }

    List<Finding> all() {
        return List.copyOf(all);
    }
}
