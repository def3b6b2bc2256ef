package org.assent.engine;

import static org.assent.fence.FenceState.broken;
import static org.assent.fence.FenceState.whole;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.assent.fence.Fence;
import org.assent.fence.FenceState;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.history.UserOperationLogEntry;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.persistence.StrongUuidGenerator;
import org.camunda.bpm.engine.runtime.Incident;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.scheduling.concurrent.ThreadPoolTaskExecutor;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Looks at the running engine: are its defaults still answered as this house needs it? */
@Configuration(proxyBeanMethods = false)
class EngineFences {

    private static final int ROWS_AT_MOST = 2000;
    private static final int LONGEST_WAIT = 60_000;
    private static final String PROBE = "assent.probe";

    private final ProcessEngine engine;
    private final ProcessEngineConfigurationImpl settings;

    EngineFences(ProcessEngine engine) {
        this.engine = engine;
        this.settings = (ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration();
    }

    @Bean
    Fence operationLogFence(PlatformTransactionManager transactions) {
        return Fence.of("5", "Every operation in the log, with a name", () -> {
            if (settings.getLogEntriesPerSyncOperationLimit() != -1) {
                return broken(
                        "A call on many things leaves one entry only; logEntriesPerSyncOperationLimit must be -1.");
            }
            return probe(transactions)
                    ? whole(
                            "An operation by code was logged with a name (and taken back), calls on many things one by one.")
                    : broken(
                            "An operation by code left no entry with a name; restrictUserOperationLogToAuthenticatedUsers must be false.");
        });
    }

    /** Does something that belongs into the log, looks for it there, and takes both back. */
    private boolean probe(PlatformTransactionManager transactions) {
        Boolean logged = new TransactionTemplate(transactions).execute(transaction -> {
            transaction.setRollbackOnly();
            engine.getManagementService().setProperty(PROBE, "1");
            return engine.getHistoryService().createUserOperationLogQuery().entityType("Property").list().stream()
                    .filter(entry -> PROBE.equals(entry.getNewValue()))
                    .map(UserOperationLogEntry::getUserId)
                    .anyMatch(user -> user != null && !user.isEmpty());
        });
        return Boolean.TRUE.equals(logged);
    }

    @Bean
    Fence historyConflictsFence() {
        return Fence.of(
                "6",
                "History conflicts are errors",
                () -> settings.isSkipHistoryOptimisticLockingExceptions()
                        ? broken(
                                "The engine drops conflicting history silently; skipHistoryOptimisticLockingExceptions must be false.")
                        : whole("A conflict in history fails the transaction; nothing is dropped."));
    }

    @Bean
    Fence evidenceFence() {
        return Fence.of("7", "Nobody edits or deletes the operation log", () -> {
            var history = engine.getHistoryService();
            boolean kept = Stream.<Runnable>of(
                            () -> history.deleteUserOperationLogEntry(PROBE),
                            () -> history.setAnnotationForOperationLogById(PROBE, "probe"),
                            () -> history.clearAnnotationForOperationLogById(PROBE),
                            () -> history.deleteHistoricProcessInstances(List.of(PROBE)),
                            () -> history.deleteHistoricVariableInstance(PROBE))
                    .allMatch(EngineFences::isRefused);
            return kept
                    ? whole("Deleting and annotating entries was tried, and refused.")
                    : broken(
                            "A call that deletes or edits evidence got through; EvidenceKept must stand before the engine.");
        });
    }

    @Bean
    Fence cleanUpFence(EngineMeters meters) {
        return Fence.of("8", "Clean-up of history", () -> {
            var latest = engine.getRepositoryService();
            List<String> endless = Stream.concat(
                            latest.createProcessDefinitionQuery().latestVersion().list().stream()
                                    .filter(model -> model.getHistoryTimeToLive() == null)
                                    .map(model -> model.getKey()),
                            latest.createDecisionDefinitionQuery().latestVersion().list().stream()
                                    .filter(model -> model.getHistoryTimeToLive() == null)
                                    .map(model -> model.getKey()))
                    .toList();
            if (!endless.isEmpty()) {
                return broken("These models have no time-to-live: %s.".formatted(String.join(", ", endless)));
            }
            return settings.getHistoryCleanupBatchWindowStartTimeAsDate() == null || !settings.isHistoryCleanupEnabled()
                    ? broken("There is no window for clean-up; historyCleanupBatchWindowStartTime must be set.")
                    : whole("From %s to %s, every model has a time-to-live; %d cases are over their time."
                            .formatted(
                                    settings.getHistoryCleanupBatchWindowStartTime(),
                                    settings.getHistoryCleanupBatchWindowEndTime(),
                                    meters.backlog()));
        });
    }

    @Bean
    Fence executorFence(ObjectProvider<ThreadPoolTaskExecutor> executors, DataSource database) {
        return Fence.of("10", "The job executor's size, repetitions and alerts", () -> {
            if (!(settings.getIncidentHandler(Incident.FAILED_JOB_HANDLER_TYPE) instanceof IncidentAlert)) {
                return broken("Incidents alert nobody; the incident handler must be ours.");
            }
            String retries = settings.getFailedJobRetryTimeCycle();
            if (retries == null || !retries.matches("R\\d+/PT\\d+M")) {
                return broken("A failed job is repeated at once; failedJobRetryTimeCycle must be a cycle as R3/PT10M.");
            }
            return executors.stream()
                    .filter(executor -> executor.getThreadNamePrefix().equals("jobs-"))
                    .findFirst()
                    .map(executor -> size(executor, database, retries))
                    .orElseGet(
                            () -> whole("This node runs no jobs; failed ones are repeated by %s.".formatted(retries)));
        });
    }

    private static FenceState size(ThreadPoolTaskExecutor executor, DataSource database, String retries) {
        int pool;
        try {
            pool = database.unwrap(HikariDataSource.class).getMaximumPoolSize();
        } catch (SQLException e) {
            throw new IllegalStateException("The pool of connections is not Hikari's", e);
        }
        int threads = executor.getMaxPoolSize();
        return threads
                        > ExecutorSize.of(Runtime.getRuntime().availableProcessors(), pool)
                                .threads()
                ? broken(
                        "%d threads run jobs over a pool of %d connections; raise spring.datasource.hikari.maximum-pool-size."
                                .formatted(threads, pool))
                : whole("%d threads over a pool of %d connections; failed jobs are repeated by %s, incidents alert."
                        .formatted(threads, pool, retries));
    }

    @Bean
    Fence timersFence() {
        return Fence.of("11", "Timers are late by minutes at most", () -> {
            var executor = settings.getJobExecutor();
            long wait = executor == null ? 0 : executor.getMaxWait();
            return wait > LONGEST_WAIT
                    ? broken(
                            "The executor may rest for %d seconds; camunda.bpm.job-execution.max-wait must be at most %d."
                                    .formatted(wait / 1000, LONGEST_WAIT))
                    : whole("The executor looks for due timers at least every %d seconds; legal dates are data."
                            .formatted(Math.max(1, wait / 1000)));
        });
    }

    @Bean
    Fence knownModelsFence(KnownModels models) {
        return Fence.of("12", "Jobs only of models whose code is here", () -> {
            if (!settings.isJobExecutorDeploymentAware()) {
                return broken("The executor takes any job; jobExecutorDeploymentAware must be true.");
            }
            int strange = models.unregistered().size();
            return whole(
                    strange == 0
                            ? "The code of every running case's model is here."
                            : "The jobs of %d deployments are left to other nodes: their code is not here."
                                    .formatted(strange));
        });
    }

    @Bean
    Fence rowsPerTaskFence() {
        return Fence.of("13", "No authorization row per task", () -> {
            if (!(settings.getResourceAuthorizationProvider() instanceof NoRowPerTask)) {
                return broken("The engine would write a row for each task; its authorization provider must be ours.");
            }
            long perTask =
                    engine
                            .getAuthorizationService()
                            .createAuthorizationQuery()
                            .resourceType(Resources.TASK)
                            .list()
                            .stream()
                            .filter(row -> !"*".equals(row.getResourceId()))
                            .count();
            long all =
                    engine.getAuthorizationService().createAuthorizationQuery().count();
            return perTask > 0 || all > ROWS_AT_MOST
                    ? broken("%d grants name single tasks, %d grants in all; give grants to groups by process."
                            .formatted(perTask, all))
                    : whole("%d grants in all, none for a single task.".formatted(all));
        });
    }

    @Bean
    Fence databaseFence(DataSource database, Environment environment) {
        boolean production = environment.acceptsProfiles(Profiles.of("prod"));
        return Fence.of("15", "A real database, and ids nobody can guess", () -> databaseAndIds(database, production));
    }

    private FenceState databaseAndIds(DataSource database, boolean production) {
        if (!(settings.getIdGenerator() instanceof StrongUuidGenerator)) {
            return broken("Ids come from %s; the id generator must be strong."
                    .formatted(settings.getIdGenerator().getClass().getSimpleName()));
        }
        String product = product(database);
        return production && product.equals("H2")
                ? broken("Production runs on H2; set SPRING_DATASOURCE_URL to a PostgreSQL database.")
                : whole("Runs on %s, ids are random.".formatted(product));
    }

    private static String product(DataSource database) {
        try (var connection = database.getConnection()) {
            return connection.getMetaData().getDatabaseProductName();
        } catch (SQLException e) {
            throw new IllegalStateException("The database does not answer", e);
        }
    }

    private static boolean isRefused(Runnable attempt) {
        try {
            attempt.run();
            return false;
        } catch (Refusal expected) {
            return true;
        }
    }
}
