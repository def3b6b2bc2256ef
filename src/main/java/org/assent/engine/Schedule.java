package org.assent.engine;

import java.util.Date;
import java.util.Map;

/**
 * The dates that one process's timers wait for, read anew after a revision. Public: a capability whose model has timers
 * on date variables offers one bean.
 */
public interface Schedule {

    /** The process id. */
    String process();

    /**
     * Each date variable's value as the records now say it; a name left out keeps its value.
     *
     * @param businessKey the case's key; empty while it has none
     * @param variables what can be seen where the dates are kept: the case's, and inside a repeated step the step's own
     */
    Map<String, Date> dates(String businessKey, Map<String, Object> variables);
}
