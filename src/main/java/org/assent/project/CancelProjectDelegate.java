package org.assent.project;

import org.assent.engine.BusinessKey;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Marks the project as cancelled. */
@Component
class CancelProjectDelegate implements JavaDelegate {

    private final ProjectService projects;

    CancelProjectDelegate(ProjectService projects) {
        this.projects = projects;
    }

    @Override
    public void execute(DelegateExecution execution) {
        projects.cancel(BusinessKey.of(execution));
    }
}
