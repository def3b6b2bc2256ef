package org.assent.assignment;

import static org.assent.assignment.AssignmentProcess.DELIVERIES;

import java.util.List;
import org.assent.engine.Actor;
import org.assent.engine.BusinessKey;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

@Component
class RecordDeliveryDelegate implements JavaDelegate {

    private final AssignmentService assignments;

    RecordDeliveryDelegate(AssignmentService assignments) {
        this.assignments = assignments;
    }

    @Override
    public void execute(DelegateExecution execution) {
        assignments.deliver(
                BusinessKey.projectCode(execution), DELIVERIES.find(execution).orElse(List.of()), Actor.of(execution));
    }
}
