package org.assent.project;

import org.assent.engine.BusinessKey;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Records that the first session begins. */
@Component
class BeginSessionsDelegate implements JavaDelegate {

    private final ProjectService projects;

    BeginSessionsDelegate(ProjectService projects) {
        this.projects = projects;
    }

    @Override
    public void execute(DelegateExecution execution) {
        projects.enter(BusinessKey.of(execution), ProjectState.RUNNING);
    }
}
