package org.assent.engine;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;

/** What an operator watches: incidents that nobody has cleared, and finished cases whose time is over but that are still here. */
final class EngineMeters implements MeterBinder {

    private final ProcessEngine engine;

    EngineMeters(ProcessEngine engine) {
        this.engine = engine;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        Gauge.builder("assent.incidents.open", this, EngineMeters::incidents)
                .description("Cases that stand still because a job failed for good")
                .register(registry);
        Gauge.builder("assent.history.backlog", this, EngineMeters::backlog)
                .description("Finished cases whose removal time has passed and that clean-up has not removed yet")
                .register(registry);
    }

    long incidents() {
        return engine.getRuntimeService().createIncidentQuery().count();
    }

    long backlog() {
        var settings = (ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration();
        return engine.getHistoryService()
                .createNativeHistoricProcessInstanceQuery()
                .sql("select count(*) from " + settings.getDatabaseTablePrefix()
                        + "ACT_HI_PROCINST where REMOVAL_TIME_ < #{now}")
                .parameter("now", new java.sql.Timestamp(EngineClock.now().toEpochMilli()))
                .count();
    }
}
