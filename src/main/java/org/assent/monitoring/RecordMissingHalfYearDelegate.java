package org.assent.monitoring;

import org.assent.engine.BusinessKey;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

@Component
class RecordMissingHalfYearDelegate implements JavaDelegate {

    private final MonitoringService monitoring;

    RecordMissingHalfYearDelegate(MonitoringService monitoring) {
        this.monitoring = monitoring;
    }

    @Override
    public void execute(DelegateExecution execution) {
        monitoring.noteHalfYearMissing(BusinessKey.of(execution));
    }
}
