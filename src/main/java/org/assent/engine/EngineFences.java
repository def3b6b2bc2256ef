package org.assent.engine;

import static org.assent.fence.FenceState.broken;
import static org.assent.fence.FenceState.whole;

import java.sql.SQLException;
import javax.sql.DataSource;
import org.assent.fence.Fence;
import org.assent.fence.FenceState;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.persistence.StrongUuidGenerator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;

/** Looks at the running engine: are its defaults still answered as this house needs it? */
@Configuration(proxyBeanMethods = false)
class EngineFences {

    private static final int ROWS_AT_MOST = 2000;

    private final ProcessEngine engine;
    private final ProcessEngineConfigurationImpl settings;

    EngineFences(ProcessEngine engine) {
        this.engine = engine;
        this.settings = (ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration();
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
    Fence rowsPerTaskFence() {
        return Fence.of("13", "No authorization row per task", () -> {
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
            if (!(settings.getResourceAuthorizationProvider() instanceof NoRowPerTask)) {
                return broken("The engine would write a row for each task; its authorization provider must be ours.");
            }
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
}
