package org.assent.engine;

import java.util.ArrayList;
import java.util.List;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.ProcessEngineConfiguration;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.cfg.ProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.multitenancy.TenantCommandChecker;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.camunda.bpm.engine.impl.persistence.entity.HistoricProcessInstanceManager;
import org.camunda.bpm.engine.impl.persistence.entity.UserOperationLogManager;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;
import org.springframework.scheduling.concurrent.ThreadPoolTaskExecutor;

/** Answers to what the engine does by default and should not: {@link EngineFences} looks whether they hold. */
@Configuration(proxyBeanMethods = false)
class SafeDefaults {

    /** Night in Tokyo, late evening in Dhaka: history whose time is over is removed then, and only then. */
    static final String CLEAN_UP_FROM = "16:00+0000";

    static final String CLEAN_UP_UNTIL = "20:00+0000";

    @Bean
    @Order(Ordered.LOWEST_PRECEDENCE)
    ProcessEnginePlugin safeSettings(
            ApplicationEventPublisher events, ObjectProvider<Erasure> erasure, ObjectProvider<RetentionProof> proof) {
        return new AbstractProcessEnginePlugin() {
            @Override
            public void preInit(ProcessEngineConfigurationImpl engine) {
                engine.setRestrictUserOperationLogToAuthenticatedUsers(false);
                engine.setLogEntriesPerSyncOperationLimit(-1);
                engine.setSkipHistoryOptimisticLockingExceptions(false);
                engine.setHistoryTimeToLive("P3650D");
                // by cases, whose ids then stand in the ledger; the other way asks for a date on every row of a case
                // that ends
                engine.setHistoryCleanupStrategy(ProcessEngineConfiguration.HISTORY_CLEANUP_STRATEGY_END_TIME_BASED);
                engine.setHistoryRemovalTimeStrategy(ProcessEngineConfiguration.HISTORY_REMOVAL_TIME_STRATEGY_NONE);
                engine.setHistoryCleanupBatchWindowStartTime(CLEAN_UP_FROM);
                engine.setHistoryCleanupBatchWindowEndTime(CLEAN_UP_UNTIL);
                engine.setJavaSerializationFormatEnabled(false);
                engine.setDeserializationTypeValidationEnabled(true);
                engine.setFailedJobRetryTimeCycle("R3/PT10M");
                engine.setJobExecutorDeploymentAware(true);
                engine.setEnablePasswordPolicy(true);
                engine.setCommandCheckers(List.of(new TenantCommandChecker(), new JobRights()));
                engine.setPasswordPolicy(new HousePasswords());
                // 480 lines for each refusal, with what somebody typed in them: the request logs one line instead
                engine.setEnableCmdExceptionLogging(false);
                engine.setCustomIncidentHandlers(List.of(new IncidentAlert(events)));
                engine.setCustomSessionFactories(with(
                        engine.getCustomSessionFactories(),
                        new ManagerInstead(UserOperationLogManager.class, NamedOperations::new),
                        new ManagerInstead(
                                HistoricProcessInstanceManager.class, () -> new HistoryKept(erasure, proof))));
                engine.setCustomPreCommandInterceptorsTxRequired(
                        with(engine.getCustomPreCommandInterceptorsTxRequired(), new EvidenceKept()));
                engine.setCustomPreCommandInterceptorsTxRequiresNew(
                        with(engine.getCustomPreCommandInterceptorsTxRequiresNew(), (CommandInterceptor)
                                new EvidenceKept()));
            }
        };
    }

    /** Replaces the starter's own, whose 3 to 10 threads know neither the machine nor the database's pool. */
    @Bean("camundaTaskExecutor")
    @ConditionalOnProperty(
            prefix = "camunda.bpm.job-execution",
            name = "enabled",
            havingValue = "true",
            matchIfMissing = true)
    ThreadPoolTaskExecutor camundaTaskExecutor(Environment environment) {
        ExecutorSize size = ExecutorSize.of(
                Runtime.getRuntime().availableProcessors(),
                environment.getProperty("spring.datasource.hikari.maximum-pool-size", Integer.class, 10));
        ThreadPoolTaskExecutor executor = new ThreadPoolTaskExecutor();
        executor.setThreadNamePrefix("jobs-");
        executor.setCorePoolSize(size.threads());
        executor.setMaxPoolSize(size.threads());
        executor.setQueueCapacity(size.queue());
        return executor;
    }

    @Bean
    EngineMeters engineMeters(ProcessEngine engine) {
        return new EngineMeters(engine);
    }

    @SafeVarargs
    private static <T> List<T> with(@Nullable List<T> before, T... more) {
        List<T> all = before == null ? new ArrayList<>() : new ArrayList<>(before);
        all.addAll(List.of(more));
        return all;
    }
}
