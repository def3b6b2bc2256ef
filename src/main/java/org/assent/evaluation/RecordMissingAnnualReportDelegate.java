package org.assent.evaluation;

import org.assent.engine.BusinessKey;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

@Component
class RecordMissingAnnualReportDelegate implements JavaDelegate {

    private final AnnualReportService reports;

    RecordMissingAnnualReportDelegate(AnnualReportService reports) {
        this.reports = reports;
    }

    @Override
    public void execute(DelegateExecution execution) {
        reports.noteMissing(BusinessKey.of(execution));
    }
}
