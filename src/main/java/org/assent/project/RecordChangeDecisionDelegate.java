package org.assent.project;

import static org.assent.project.ProjectProcess.CHANGE_DECISION;
import static org.assent.project.ProjectProcess.DECIDED_CHANGE;
import static org.assent.project.ProjectProcess.REMARK;

import org.assent.engine.Actor;
import org.assent.engine.BusinessKey;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Keeps the decision on a change. */
@Component
class RecordChangeDecisionDelegate implements JavaDelegate {

    private final ProjectService projects;

    RecordChangeDecisionDelegate(ProjectService projects) {
        this.projects = projects;
    }

    @Override
    public void execute(DelegateExecution execution) {
        ChangeKind kind = projects.decideChange(
                BusinessKey.of(execution),
                CHANGE_DECISION.in(execution) == ChangeDecision.APPROVE,
                REMARK.find(execution).orElse(""),
                Actor.of(execution));
        DECIDED_CHANGE.set(execution, kind);
    }
}
