package org.assent.monitoring;

import static org.assent.monitoring.MonitoringProcess.QUARTER;

import org.assent.engine.BusinessKey;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

@Component
class RecordMissingReportDelegate implements JavaDelegate {

    private final MonitoringService monitoring;

    RecordMissingReportDelegate(MonitoringService monitoring) {
        this.monitoring = monitoring;
    }

    @Override
    public void execute(DelegateExecution execution) {
        monitoring.noteMissing(BusinessKey.of(execution), QUARTER.in(execution));
    }
}
