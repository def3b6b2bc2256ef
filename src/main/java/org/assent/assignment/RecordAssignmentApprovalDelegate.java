package org.assent.assignment;

import static org.assent.assignment.AssignmentProcess.DECISIONS;
import static org.assent.assignment.AssignmentProcess.NOTHING_APPROVED;

import java.util.List;
import org.assent.engine.Actor;
import org.assent.engine.BusinessKey;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

@Component
class RecordAssignmentApprovalDelegate implements JavaDelegate {

    private final AssignmentService assignments;

    RecordAssignmentApprovalDelegate(AssignmentService assignments) {
        this.assignments = assignments;
    }

    @Override
    public void execute(DelegateExecution execution) {
        boolean approved = assignments.approve(
                BusinessKey.projectCode(execution), DECISIONS.find(execution).orElse(List.of()), Actor.of(execution));
        NOTHING_APPROVED.set(execution, !approved);
    }
}
