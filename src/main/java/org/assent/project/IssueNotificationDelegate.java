package org.assent.project;

import static org.assent.project.ProjectProcess.ANNOUNCEMENT_LEAD;
import static org.assent.project.ProjectProcess.CLOSING_AT;
import static org.assent.project.ProjectProcess.FIRST_REMINDER_LEAD;
import static org.assent.project.ProjectProcess.HOST_ECONOMY;
import static org.assent.project.ProjectProcess.SECOND_REMINDER_LEAD;

import org.assent.engine.BusinessKey;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Issues the first version; from here its dates are binding. */
@Component
class IssueNotificationDelegate implements JavaDelegate {

    private final ProjectService projects;

    IssueNotificationDelegate(ProjectService projects) {
        this.projects = projects;
    }

    @Override
    public void execute(DelegateExecution execution) {
        projects.issue(
                BusinessKey.of(execution),
                ANNOUNCEMENT_LEAD.in(execution),
                FIRST_REMINDER_LEAD.in(execution),
                SECOND_REMINDER_LEAD.in(execution));
        CLOSING_AT.set(execution, projects.closingAt(BusinessKey.of(execution)));
        HOST_ECONOMY.set(execution, projects.host(BusinessKey.of(execution)));
    }
}
