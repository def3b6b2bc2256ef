package org.assent.project;

import org.assent.engine.BusinessKey;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Records the end of the sessions and tells it to every nomination. */
@Component
class CompleteProjectDelegate implements JavaDelegate {

    private final ProjectService projects;
    private final NominationNews nominations;

    CompleteProjectDelegate(ProjectService projects, NominationNews nominations) {
        this.projects = projects;
        this.nominations = nominations;
    }

    @Override
    public void execute(DelegateExecution execution) {
        projects.enter(BusinessKey.of(execution), ProjectState.COMPLETED);
        nominations.tellSessionsHeld(BusinessKey.of(execution));
    }
}
