package org.assent.project;

import org.assent.engine.BusinessKey;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Records that the selection is approved. */
@Component
class RecordScreenedDelegate implements JavaDelegate {

    private final ProjectService projects;

    RecordScreenedDelegate(ProjectService projects) {
        this.projects = projects;
    }

    @Override
    public void execute(DelegateExecution execution) {
        projects.enter(BusinessKey.of(execution), ProjectState.SCREENED);
    }
}
