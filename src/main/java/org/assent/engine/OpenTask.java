package org.assent.engine;

import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The task a form belongs to. Public: prefills read it.
 *
 * @param key the task's id in the model
 * @param process the process id
 * @param businessKey the case's key; empty while the case has none
 * @param user who opens the form; null outside a user's request
 * @param principal in whose name whoever opens it would complete it; null for who does it in their own
 * @param variables the case's variables that the task can see
 */
public record OpenTask(
        String id,
        String key,
        String process,
        String businessKey,
        @Nullable String user,
        @Nullable String principal,
        Map<String, Object> variables) {

    public String projectCode() {
        return businessKey.split("/", 2)[0];
    }

    /** A whole number that the case keeps for this task. */
    public int number(String variable) {
        if (variables.get(variable) instanceof Number number) {
            return number.intValue();
        }
        throw new IllegalStateException("Variable '%s' is missing".formatted(variable));
    }

    /** ISO2 of a nomination's economy. */
    public String economy() {
        return businessKey.split("/", 2)[1].toUpperCase(Locale.ROOT);
    }
}
