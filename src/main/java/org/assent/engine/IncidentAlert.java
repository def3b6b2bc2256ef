package org.assent.engine;

import java.util.Objects;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.incident.DefaultIncidentHandler;
import org.camunda.bpm.engine.impl.incident.IncidentContext;
import org.camunda.bpm.engine.runtime.Incident;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;

/** Tells the log, and whoever listens, of each incident; without the error's own words, which may name a person. */
final class IncidentAlert extends DefaultIncidentHandler {

    private static final Logger LOG = LoggerFactory.getLogger(IncidentAlert.class);

    private final ApplicationEventPublisher events;

    IncidentAlert(ApplicationEventPublisher events) {
        super(Incident.FAILED_JOB_HANDLER_TYPE);
        this.events = events;
    }

    @Override
    public Incident createIncident(IncidentContext context, String message) {
        Incident incident = super.createIncident(context, message);
        String definition = context.getProcessDefinitionId();
        String process = definition == null
                ? "housekeeping"
                : Context.getProcessEngineConfiguration()
                        .getDeploymentCache()
                        .findDeployedProcessDefinitionById(definition)
                        .getKey();
        String step = Objects.requireNonNullElse(context.getActivityId(), "-");
        LOG.error("Incident {}: {} stands still at {}; look in Cockpit", incident.getId(), process, step);
        events.publishEvent(new IncidentRaised(incident.getId(), process, step));
        return incident;
    }
}
