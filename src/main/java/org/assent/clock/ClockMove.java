package org.assent.clock;

import java.time.Instant;
import java.util.List;

/** What a move did. Public: the controls in Cockpit and Tasklist tell it. */
public record ClockMove(Instant from, Instant to, List<Ran> ran) {

    /**
     * One job that fell due on the way.
     *
     * @param failed it is still there: to be repeated later, or waiting for a person in Cockpit
     */
    public record Ran(Instant due, String what, boolean failed) {}
}
