package org.assent.evaluation;

import static org.assent.evaluation.EvaluationProcess.COMMITTEE_NEEDED;

import org.assent.engine.BusinessKey;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

@Component
class ScheduleEvaluationDelegate implements JavaDelegate {

    private final AnnualReportService reports;
    private final EvaluationDates dates;

    ScheduleEvaluationDelegate(AnnualReportService reports, EvaluationDates dates) {
        this.reports = reports;
        this.dates = dates;
    }

    @Override
    public void execute(DelegateExecution execution) {
        reports.open(BusinessKey.of(execution));
        execution.setVariables(dates.of(BusinessKey.of(execution)));
        COMMITTEE_NEEDED.set(execution, reports.needsCommittees(BusinessKey.of(execution)));
    }
}
