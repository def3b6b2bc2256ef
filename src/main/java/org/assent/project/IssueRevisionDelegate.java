package org.assent.project;

import static org.assent.project.ProjectProcess.REOPENED;

import org.assent.engine.BusinessKey;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Issues the next version with its change history. */
@Component
class IssueRevisionDelegate implements JavaDelegate {

    private final ProjectService projects;

    IssueRevisionDelegate(ProjectService projects) {
        this.projects = projects;
    }

    @Override
    public void execute(DelegateExecution execution) {
        REOPENED.set(execution, projects.revise(BusinessKey.of(execution)));
    }
}
