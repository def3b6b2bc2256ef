package org.assent.monitoring;

import static org.assent.monitoring.MonitoringProcess.FEEDBACK;
import static org.assent.monitoring.MonitoringProcess.VERDICTS;

import java.util.List;
import org.assent.engine.Actor;
import org.assent.engine.BusinessKey;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

@Component
class RecordHalfYearDelegate implements JavaDelegate {

    private final MonitoringService monitoring;

    RecordHalfYearDelegate(MonitoringService monitoring) {
        this.monitoring = monitoring;
    }

    @Override
    public void execute(DelegateExecution execution) {
        monitoring.evaluateHalfYear(
                BusinessKey.of(execution),
                VERDICTS.find(execution).orElse(List.of()),
                FEEDBACK.in(execution),
                Actor.of(execution));
    }
}
