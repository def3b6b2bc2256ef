package org.assent.monitoring;

import static org.assent.monitoring.MonitoringProcess.QUARTER;

import org.assent.engine.BusinessKey;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

@Component
class RecordLateReportDelegate implements JavaDelegate {

    private final MonitoringService monitoring;

    RecordLateReportDelegate(MonitoringService monitoring) {
        this.monitoring = monitoring;
    }

    @Override
    public void execute(DelegateExecution execution) {
        monitoring.noteLate(BusinessKey.of(execution), QUARTER.in(execution));
    }
}
