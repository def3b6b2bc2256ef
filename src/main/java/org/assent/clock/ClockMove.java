package org.assent.clock;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a move did. Public: the controls in Cockpit and Tasklist tell it. */
public record ClockMove(Instant from, Instant to, List<Ran> ran) {

    /**
     * One job that fell due on the way.
     *
     * @param tenant whose case it is: an economy, a ministry, or nobody's in particular
     * @param failed it is still there: to be repeated later, or waiting for a person in Cockpit
     */
    public record Ran(Instant due, String what, @Nullable String tenant, boolean failed) {}
}
