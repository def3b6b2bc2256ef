package org.assent.project;

import org.assent.engine.BusinessKey;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Records that the closing date has passed. */
@Component
class CloseNominationsDelegate implements JavaDelegate {

    private final ProjectService projects;

    CloseNominationsDelegate(ProjectService projects) {
        this.projects = projects;
    }

    @Override
    public void execute(DelegateExecution execution) {
        projects.enter(BusinessKey.of(execution), ProjectState.NOMINATIONS_CLOSED);
    }
}
