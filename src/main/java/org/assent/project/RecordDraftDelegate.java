package org.assent.project;

import static org.assent.project.ProjectProcess.MODALITY;
import static org.assent.project.ProjectProcess.PROJECT_MODALITY;
import static org.assent.project.ProjectProcess.PROJECT_TITLE;

import org.assent.engine.BusinessKey;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Keeps the draft of the notification. */
@Component
class RecordDraftDelegate implements JavaDelegate {

    private final ProjectService projects;

    RecordDraftDelegate(ProjectService projects) {
        this.projects = projects;
    }

    @Override
    public void execute(DelegateExecution execution) {
        projects.draft(BusinessKey.of(execution), PROJECT_TITLE.in(execution), Submitted.terms(execution));
        PROJECT_MODALITY.set(execution, MODALITY.in(execution));
    }
}
