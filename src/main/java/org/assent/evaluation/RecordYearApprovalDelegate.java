package org.assent.evaluation;

import static org.assent.evaluation.EvaluationProcess.YEAR_APPROVAL;
import static org.assent.evaluation.EvaluationProcess.YEAR_APPROVED;
import static org.assent.evaluation.EvaluationProcess.YEAR_REMARK;

import org.assent.engine.Actor;
import org.assent.engine.BusinessKey;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

@Component
class RecordYearApprovalDelegate implements JavaDelegate {

    private final AnnualReportService reports;

    RecordYearApprovalDelegate(AnnualReportService reports) {
        this.reports = reports;
    }

    @Override
    public void execute(DelegateExecution execution) {
        boolean approved = reports.decide(
                BusinessKey.of(execution),
                YEAR_APPROVAL.in(execution),
                YEAR_REMARK.find(execution).orElse(null),
                Actor.of(execution));
        YEAR_APPROVED.set(execution, approved);
    }
}
