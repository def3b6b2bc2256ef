package org.assent.assignment;

import static org.assent.assignment.AssignmentProcess.LOCAL_EXPERTS;
import static org.assent.assignment.AssignmentProcess.SITE_VISITS;

import java.util.List;
import org.assent.engine.Actor;
import org.assent.engine.BusinessKey;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

@Component
class RecordLocalProposalDelegate implements JavaDelegate {

    private final AssignmentService assignments;

    RecordLocalProposalDelegate(AssignmentService assignments) {
        this.assignments = assignments;
    }

    @Override
    public void execute(DelegateExecution execution) {
        assignments.proposeLocal(
                BusinessKey.projectCode(execution),
                LOCAL_EXPERTS.find(execution).orElse(List.of()),
                SITE_VISITS.find(execution).orElse(List.of()),
                Actor.of(execution));
    }
}
