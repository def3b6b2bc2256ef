package org.assent.project;

import org.assent.engine.BusinessKey;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Closes the file. */
@Component
class ArchiveProjectDelegate implements JavaDelegate {

    private final ProjectService projects;

    ArchiveProjectDelegate(ProjectService projects) {
        this.projects = projects;
    }

    @Override
    public void execute(DelegateExecution execution) {
        projects.archive(BusinessKey.of(execution));
    }
}
