package org.assent.evaluation;

import static org.assent.evaluation.EvaluationProcess.ANNUAL_FIGURES;
import static org.assent.evaluation.EvaluationProcess.ANNUAL_REMARK;

import java.util.List;
import org.assent.engine.Actor;
import org.assent.engine.BusinessKey;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

@Component
class RecordYearDelegate implements JavaDelegate {

    private final AnnualReportService reports;

    RecordYearDelegate(AnnualReportService reports) {
        this.reports = reports;
    }

    @Override
    public void execute(DelegateExecution execution) {
        reports.report(
                BusinessKey.of(execution),
                ANNUAL_FIGURES.find(execution).orElse(List.of()),
                ANNUAL_REMARK.find(execution).orElse(null),
                Actor.of(execution));
    }
}
