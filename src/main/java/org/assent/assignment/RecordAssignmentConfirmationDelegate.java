package org.assent.assignment;

import static org.assent.assignment.AssignmentProcess.CONFIRMATIONS;

import java.util.List;
import org.assent.engine.Actor;
import org.assent.engine.BusinessKey;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

@Component
class RecordAssignmentConfirmationDelegate implements JavaDelegate {

    private final AssignmentService assignments;

    RecordAssignmentConfirmationDelegate(AssignmentService assignments) {
        this.assignments = assignments;
    }

    @Override
    public void execute(DelegateExecution execution) {
        assignments.confirm(
                BusinessKey.projectCode(execution),
                CONFIRMATIONS.find(execution).orElse(List.of()),
                Actor.of(execution));
    }
}
