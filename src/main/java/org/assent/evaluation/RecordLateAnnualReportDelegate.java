package org.assent.evaluation;

import org.assent.engine.BusinessKey;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

@Component
class RecordLateAnnualReportDelegate implements JavaDelegate {

    private final AnnualReportService reports;

    RecordLateAnnualReportDelegate(AnnualReportService reports) {
        this.reports = reports;
    }

    @Override
    public void execute(DelegateExecution execution) {
        reports.noteLate(BusinessKey.of(execution));
    }
}
