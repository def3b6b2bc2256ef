package org.assent.project;

import static org.assent.project.ProjectProcess.NOTIFICATION_APPROVAL;
import static org.assent.project.ProjectProcess.REMARK;

import org.assent.engine.Actor;
import org.assent.engine.BusinessKey;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Keeps what the Secretary-General decided on the notification. */
@Component
class RecordNotificationApprovalDelegate implements JavaDelegate {

    private final ProjectService projects;

    RecordNotificationApprovalDelegate(ProjectService projects) {
        this.projects = projects;
    }

    @Override
    public void execute(DelegateExecution execution) {
        projects.decide(
                BusinessKey.of(execution),
                DecisionStep.NOTIFICATION_APPROVAL,
                NOTIFICATION_APPROVAL.in(execution) == NotificationApproval.ISSUE,
                REMARK.find(execution).orElse(""),
                Actor.of(execution));
    }
}
