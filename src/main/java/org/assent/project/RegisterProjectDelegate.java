package org.assent.project;

import static org.assent.project.ProjectProcess.PROJECT_CODE;
import static org.assent.project.ProjectProcess.PROJECT_TITLE;

import java.util.List;
import org.assent.engine.Actor;
import org.assent.engine.BusinessKey;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Makes the project known under its code, once; an import brings the first draft along. */
@Component
class RegisterProjectDelegate implements JavaDelegate {

    private final ProjectService projects;

    RegisterProjectDelegate(ProjectService projects) {
        this.projects = projects;
    }

    @Override
    public void execute(DelegateExecution execution) {
        projects.register(
                PROJECT_CODE.in(execution),
                PROJECT_TITLE.in(execution),
                Actor.of(execution),
                ImportedDraft.HANDED_OVER.find(execution).orElse(List.of()));
        BusinessKey.set(execution, PROJECT_CODE.in(execution));
    }
}
