package org.assent.project;

import static org.assent.project.ProjectProcess.NOTIFICATION_CHECK;
import static org.assent.project.ProjectProcess.REMARK;

import org.assent.engine.Actor;
import org.assent.engine.BusinessKey;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Keeps who checked the draft and what they found. */
@Component
class RecordCheckDelegate implements JavaDelegate {

    private final ProjectService projects;

    RecordCheckDelegate(ProjectService projects) {
        this.projects = projects;
    }

    @Override
    public void execute(DelegateExecution execution) {
        projects.decide(
                BusinessKey.of(execution),
                DecisionStep.NOTIFICATION_CHECK,
                NOTIFICATION_CHECK.in(execution) == NotificationCheck.IN_ORDER,
                REMARK.find(execution).orElse(""),
                Actor.of(execution));
    }
}
