package org.assent.engine;

import java.util.Map;

/**
 * What a task's form shows when it opens, read from our tables at that moment; nothing of it becomes a variable.
 * Public: each capability offers one bean per form that shows data.
 */
public interface TaskPrefill {

    /** The task's id in the model, which is the form's. */
    String task();

    /** Values by form key: text, numbers, booleans, dates, lists of records or maps; choices are lists of label and value. */
    Map<String, ?> values(OpenTask task);
}
