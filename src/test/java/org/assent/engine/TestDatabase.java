package org.assent.engine;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.env.EnvironmentPostProcessor;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.PropertySource;

/** Gives each application context of the suite an empty outbox and an empty database: H2 in memory, or with -Ppostgres a real PostgreSQL. */
public final class TestDatabase implements EnvironmentPostProcessor {

    private static @Nullable EmbeddedPostgres server;

    @Override
    public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
        PropertySource<?> inlined = environment.getPropertySources().get("Inlined Test Properties");
        PropertySource<?> told = environment.getPropertySources().get("commandLineArgs");
        if (Stream.of(inlined, told)
                .anyMatch(source -> source != null && source.containsProperty("spring.datasource.url"))) {
            return;
        }
        String name = "test" + UUID.randomUUID().toString().replace("-", "");
        Map<String, Object> settings = "postgres".equals(System.getProperty("assent.database"))
                ? Map.of("spring.datasource.url", postgres(name), "spring.datasource.username", "postgres")
                : Map.of("spring.datasource.url", "jdbc:h2:mem:" + name + ";DB_CLOSE_DELAY=-1");
        // below what a test says itself, above application.yaml
        MapPropertySource source = new MapPropertySource("test database", settings);
        if (inlined == null) {
            environment.getPropertySources().addFirst(source);
        } else {
            environment.getPropertySources().addAfter("Inlined Test Properties", source);
        }
        environment
                .getPropertySources()
                .addLast(new MapPropertySource(
                        "test defaults",
                        Map.of(
                                "camunda.bpm.job-execution.enabled",
                                "false",
                                "assent.rehearsal-clock.enabled",
                                "false",
                                "assent.mail.outbox",
                                "target/outbox/" + name,
                                // one authority for all
                                "assent.signing.folder",
                                "target/signing",
                                "assent.ledger.folder",
                                "target/ledger/" + name,
                                "assent.ledger.seal-every",
                                "PT0S",
                                "assent.verify-url",
                                "https://assent.example.org/verify/")));
    }

    private static synchronized String postgres(String name) {
        try {
            if (server == null) {
                EmbeddedPostgres started = EmbeddedPostgres.builder()
                        .setRegisterShutdownHook(false)
                        .start();
                // after the desks: one that closes without its database waits half a minute for it
                SpringApplication.getShutdownHandlers().add(() -> close(started));
                server = started;
            }
            try (var connection = server.getPostgresDatabase().getConnection();
                    var statement = connection.createStatement()) {
                statement.execute("create database " + name);
            }
            return server.getJdbcUrl("postgres", name);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (java.sql.SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void close(EmbeddedPostgres server) {
        try {
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
