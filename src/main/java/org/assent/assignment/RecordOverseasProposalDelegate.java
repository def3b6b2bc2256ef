package org.assent.assignment;

import static org.assent.assignment.AssignmentProcess.OVERSEAS_EXPERTS;

import java.util.List;
import org.assent.engine.Actor;
import org.assent.engine.BusinessKey;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

@Component
class RecordOverseasProposalDelegate implements JavaDelegate {

    private final AssignmentService assignments;

    RecordOverseasProposalDelegate(AssignmentService assignments) {
        this.assignments = assignments;
    }

    @Override
    public void execute(DelegateExecution execution) {
        assignments.proposeOverseas(
                BusinessKey.projectCode(execution),
                OVERSEAS_EXPERTS.find(execution).orElse(List.of()),
                Actor.of(execution));
    }
}
