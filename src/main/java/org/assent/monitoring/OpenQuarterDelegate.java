package org.assent.monitoring;

import static org.assent.monitoring.MonitoringProcess.QUARTER;

import org.assent.engine.BusinessKey;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

@Component
class OpenQuarterDelegate implements JavaDelegate {

    private final MonitoringService monitoring;
    private final MonitoringDates dates;

    OpenQuarterDelegate(MonitoringService monitoring, MonitoringDates dates) {
        this.monitoring = monitoring;
        this.dates = dates;
    }

    @Override
    public void execute(DelegateExecution execution) {
        monitoring.openQuarter(BusinessKey.of(execution), QUARTER.in(execution));
        execution.setVariablesLocal(dates.ofQuarter(BusinessKey.of(execution), QUARTER.in(execution)));
    }
}
