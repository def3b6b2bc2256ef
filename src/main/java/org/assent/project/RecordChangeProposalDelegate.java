package org.assent.project;

import org.assent.engine.Actor;
import org.assent.engine.BusinessKey;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Keeps a proposed change until it is decided. */
@Component
class RecordChangeProposalDelegate implements JavaDelegate {

    private final ProjectService projects;

    RecordChangeProposalDelegate(ProjectService projects) {
        this.projects = projects;
    }

    @Override
    public void execute(DelegateExecution execution) {
        projects.proposeChange(BusinessKey.of(execution), Submitted.change(execution), Actor.of(execution));
    }
}
