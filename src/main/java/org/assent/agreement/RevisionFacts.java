package org.assent.agreement;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A revision that an office asked for, and what became of it. Public: drafting keeps its reason with the version, pages
 * show it.
 */
public record RevisionFacts(
        int number, String reason, String requestedBy, Instant requestedAt, State state, @Nullable Instant decidedAt) {

    /** What became of it; while it is open or refused the old version stays in force. */
    public enum State {
        OPEN,
        IN_FORCE,
        REFUSED
    }
}
