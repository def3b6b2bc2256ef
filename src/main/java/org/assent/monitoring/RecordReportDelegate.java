package org.assent.monitoring;

import static org.assent.monitoring.MonitoringProcess.FIGURES;
import static org.assent.monitoring.MonitoringProcess.QUARTER;
import static org.assent.monitoring.MonitoringProcess.REPORT_REMARK;

import java.util.List;
import org.assent.engine.Actor;
import org.assent.engine.BusinessKey;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

@Component
class RecordReportDelegate implements JavaDelegate {

    private final MonitoringService monitoring;

    RecordReportDelegate(MonitoringService monitoring) {
        this.monitoring = monitoring;
    }

    @Override
    public void execute(DelegateExecution execution) {
        monitoring.report(
                BusinessKey.of(execution),
                QUARTER.in(execution),
                FIGURES.find(execution).orElse(List.of()),
                REPORT_REMARK.find(execution).orElse(null),
                Actor.of(execution));
    }
}
