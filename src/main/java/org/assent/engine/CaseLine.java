package org.assent.engine;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One case, finished or running, as the history has it. Public: the auditors' pages and exports show it.
 *
 * @param key business key; empty where it has none
 * @param name of the process, as the model said when the case began
 * @param version of the model
 * @param tenant economy or ministry; empty for cases of neither
 * @param end none while it runs
 * @param outcome id of the end event; empty while it runs or where it was ended from outside
 * @param outcomeName what the diagram calls that end
 * @param root the case that everything began with, itself where nobody called it
 * @param calledBy the case that called it
 */
public record CaseLine(
        String id,
        String key,
        String process,
        String name,
        int version,
        String definition,
        String deployment,
        String tenant,
        Instant start,
        @Nullable Instant end,
        @Nullable Long milliseconds,
        String state,
        String outcome,
        String outcomeName,
        String deleteReason,
        String startedBy,
        String root,
        @Nullable String calledBy) {

    public boolean isRunning() {
        return end == null;
    }

    /** Ended by an operator or by the case that called it, not by an end of its own. */
    public boolean isCancelled() {
        return state.endsWith("_TERMINATED");
    }
}
