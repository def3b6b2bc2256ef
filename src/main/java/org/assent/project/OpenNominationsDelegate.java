package org.assent.project;

import static org.assent.project.ProjectProcess.ECONOMIES;
import static org.assent.project.ProjectProcess.PROJECT_CODE;

import org.assent.engine.BusinessKey;
import org.assent.engine.ProcessVariable;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Names the project to the cases it calls, and lists the economies that get a nomination case each. */
@Component
class OpenNominationsDelegate implements JavaDelegate {

    private final ProjectService projects;

    OpenNominationsDelegate(ProjectService projects) {
        this.projects = projects;
    }

    @Override
    public void execute(DelegateExecution execution) {
        // not before: the start form's value of this name is gone with its transaction, and would be in the way until
        // then
        PROJECT_CODE.set(execution, BusinessKey.of(execution));
        ProcessVariable.setTransientCollection(
                execution, ECONOMIES.name(), projects.participating(BusinessKey.of(execution)));
    }
}
