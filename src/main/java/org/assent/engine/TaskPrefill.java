package org.assent.engine;

import java.util.Map;
import java.util.function.Function;

/**
 * What a task's form shows when it opens, read from our tables at that moment; nothing of it becomes a variable.
 * Public: each capability offers one bean per form that shows data.
 */
public interface TaskPrefill {

    /** The task's id in the model, which is the form's. */
    String task();

    /** Values by form key: text, numbers, booleans, dates, lists of records or maps; choices are lists of label and value. */
    Map<String, ?> values(OpenTask task);

    static TaskPrefill of(String task, Function<OpenTask, Map<String, ?>> values) {
        return new TaskPrefill() {
            @Override
            public String task() {
                return task;
            }

            @Override
            public Map<String, ?> values(OpenTask open) {
                return values.apply(open);
            }
        };
    }
}
