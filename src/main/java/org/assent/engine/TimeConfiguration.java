package org.assent.engine;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.cfg.ProcessEnginePlugin;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** How the engine keeps time: a clock that can be moved between jobs, and logins (of guarded accounts) that do not follow it. */
@Configuration(proxyBeanMethods = false)
class TimeConfiguration {

    @Bean
    AcquisitionGate acquisitionGate() {
        return new AcquisitionGate();
    }

    /** Asks for the clock so that it is set before the engine is built, and long before its job executor starts. */
    @Bean
    ProcessEnginePlugin timeRules(
            AcquisitionGate gate, Clock setBeforeTheEngine, ObjectProvider<AccountRules> accounts) {
        return new AbstractProcessEnginePlugin() {
            @Override
            public void preInit(ProcessEngineConfigurationImpl engine) {
                List<CommandInterceptor> before = engine.getCustomPreCommandInterceptorsTxRequired();
                List<CommandInterceptor> all = before == null ? new ArrayList<>() : new ArrayList<>(before);
                all.add(0, gate);
                engine.setCustomPreCommandInterceptorsTxRequired(all);
                engine.setIdentityProviderSessionFactory(
                        new ManagerInstead(LastingAdministrator.class, () -> new LastingAdministrator(accounts)));
                engine.setJobExecutorAcquireByDueDate(true);
            }
        };
    }
}
