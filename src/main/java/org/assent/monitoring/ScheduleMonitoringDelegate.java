package org.assent.monitoring;

import static org.assent.monitoring.MonitoringProcess.QUARTERS;

import org.assent.engine.BusinessKey;
import org.assent.engine.ProcessVariable;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

@Component
class ScheduleMonitoringDelegate implements JavaDelegate {

    private final MonitoringService monitoring;
    private final MonitoringDates dates;

    ScheduleMonitoringDelegate(MonitoringService monitoring, MonitoringDates dates) {
        this.monitoring = monitoring;
        this.dates = dates;
    }

    @Override
    public void execute(DelegateExecution execution) {
        ProcessVariable.setTransientCollection(execution, QUARTERS.name(), monitoring.open(BusinessKey.of(execution)));
        execution.setVariables(dates.ofHalfYear(BusinessKey.of(execution)));
    }
}
