package org.assent.engine;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What somebody looks for in the history; what is empty does not matter. Public: the auditors' pages ask with it.
 *
 * @param key any part of a business key
 * @param tenants economies or ministries
 * @param offices codes of offices, the first part of the keys of their cases; beside the tenants
 * @param people who worked on the case: logins
 * @param from cases that were open at this moment or later
 * @param until cases that had begun before this moment
 * @param outcome id of the end event, or {@link #RUNNING} or {@link #CANCELLED}
 * @param step id of a step that the case came through
 * @param variable name of a value that the case has or had
 * @param value what that value, or any value, was
 * @param text anywhere: key, values, remarks, names of steps, incidents, operations
 * @param named tenants that the text names: their cases count as holding it
 * @param keys only cases with one of these business keys; null for all
 * @param ids only these cases; null for all
 */
public record HistorySearch(
        String key,
        String process,
        List<String> tenants,
        List<String> offices,
        List<String> people,
        @Nullable Instant from,
        @Nullable Instant until,
        String outcome,
        String step,
        String variable,
        String value,
        String text,
        List<String> named,
        @Nullable List<String> keys,
        @Nullable List<String> ids,
        String sort,
        boolean descending) {

    public static final String RUNNING = "running";
    public static final String CANCELLED = "cancelled";

    /** These cases and nothing else; null for all. */
    public static HistorySearch of(@Nullable List<String> ids) {
        return new HistorySearch(
                "", "", List.of(), List.of(), List.of(), null, null, "", "", "", "", "", List.of(), null, ids, "start",
                false);
    }
}
