package org.assent.project;

import org.assent.engine.BusinessKey;
import org.assent.engine.Timers;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Marks the project as postponed and stops its timers until a revision gives new dates. */
@Component
class PostponeProjectDelegate implements JavaDelegate {

    private final ProjectService projects;
    private final Timers timers;

    PostponeProjectDelegate(ProjectService projects, Timers timers) {
        this.projects = projects;
        this.timers = timers;
    }

    @Override
    public void execute(DelegateExecution execution) {
        projects.postpone(BusinessKey.of(execution));
        timers.suspend(execution);
    }
}
