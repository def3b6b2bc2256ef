package org.assent.project;

import org.assent.engine.Timers;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Moves every timer of the project and of its nominations to the dates of the revision. */
@Component
class MoveDeadlinesDelegate implements JavaDelegate {

    private final Timers timers;

    MoveDeadlinesDelegate(Timers timers) {
        this.timers = timers;
    }

    @Override
    public void execute(DelegateExecution execution) {
        timers.recalculate(execution);
        timers.resume(execution);
    }
}
