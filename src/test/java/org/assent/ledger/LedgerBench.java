package org.assent.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.assent.Assent;
import org.assent.engine.Evidence;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.beans.factory.support.BeanDefinitionRegistry;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * What the ledger costs: cases of three tasks on PostgreSQL that keeps its word (fsync on), by a desk with the ledger and
 * one without it, in turn. {@code ./mvnw -Pbench verify} runs it and nothing else; the figures are in
 * target/bench/report.json.
 */
class LedgerBench {

    private static final int THREADS = 4;
    private static final int ROUNDS = 3;
    private static final long ROUND_SECONDS = Long.getLong("assent.bench.seconds", 10);
    private static final List<String> PARTS = List.of("ledger", "everyTransaction", "entityWatch", "baseline");

    @TempDir
    Path folder;

    @Test
    void the_ledger_and_its_cost() throws Exception {
        Map<String, Object> report = new LinkedHashMap<>();
        try (EmbeddedPostgres server = EmbeddedPostgres.builder()
                        .setServerConfig("fsync", "on")
                        .setServerConfig("synchronous_commit", "on")
                        .start();
                var with = desk(server, "with_ledger", true);
                var without = desk(server, "without_ledger", false)) {
            work(with, 5);
            work(without, 5);
            long before = bytes(with, "ledger_%");
            long history = bytes(with, "act_%");
            List<Double> rateWith = new ArrayList<>();
            List<Double> rateWithout = new ArrayList<>();
            long cases = 0;
            for (int round = 0; round < ROUNDS; round++) {
                rateWithout.add(work(without, ROUND_SECONDS) / (double) ROUND_SECONDS);
                long done = work(with, ROUND_SECONDS);
                cases += done;
                rateWith.add(done / (double) ROUND_SECONDS);
            }
            double withLedger = median(rateWith);
            double withoutLedger = median(rateWithout);
            report.put("casesPerSecondWithLedger", rounded(withLedger));
            report.put("casesPerSecondWithoutLedger", rounded(withoutLedger));
            report.put(
                    "roundsWithLedger",
                    rateWith.stream().map(LedgerBench::rounded).toList());
            report.put(
                    "roundsWithoutLedger",
                    rateWithout.stream().map(LedgerBench::rounded).toList());
            report.put("costInPercent", rounded(100 * (1 - withLedger / withoutLedger)));
            long begun = System.nanoTime();
            with.getBean(Sealing.class).seal();
            report.put("secondsToSeal", rounded((System.nanoTime() - begun) / 1e9));
            report.put("ledgerBytesPerCase", (bytes(with, "ledger_%") - before) / cases);
            report.put("engineBytesPerCase", (bytes(with, "act_%") - history) / cases);
            report.put("cases", cases);
            verify(with, report);
        }
        report.put("processors", Runtime.getRuntime().availableProcessors());
        report.put("threads", THREADS);
        report.put("secondsPerRound", ROUND_SECONDS);
        Path written = Files.createDirectories(Path.of("target", "bench")).resolve("report.json");
        Files.writeString(
                written, new ObjectMapper().writerWithDefaultPrettyPrinter().writeValueAsString(report));
        assertThat(report.get("whole")).isEqualTo(true);
    }

    /** The second and third time, when the machine knows the way; the first is told too. */
    private static void verify(ConfigurableApplicationContext desk, Map<String, Object> report) {
        Audit audit = desk.getBean(Audit.class);
        List<Double> rates = new ArrayList<>();
        Verification.Result result = audit.verify();
        for (int run = 0; run < 3; run++) {
            long begun = System.nanoTime();
            long[] chains = {0};
            result = audit.verify(
                    (what, done, of) -> {
                        if (what.equals("entries") && done == of) {
                            chains[0] = System.nanoTime() - begun;
                        }
                    },
                    Checkpoint.none());
            double seconds = (System.nanoTime() - begun) / 1e9;
            rates.add(result.entries() / seconds);
            report.put("verifySeconds", rounded(seconds));
            report.put("verifyEntriesPerSecondChainsAlone", rounded(result.entries() / (chains[0] / 1e9)));
            report.put("verifyRowsPerSecond", rounded(result.rows() / seconds));
        }
        report.put("verifyEntries", result.entries());
        report.put("verifyRows", result.rows());
        report.put("verifyEntriesPerSecond", rounded(median(rates)));
        report.put("whole", result.isWhole());
    }

    private static long work(ConfigurableApplicationContext desk, long seconds) throws Exception {
        ProcessEngine engine = desk.getBean(ProcessEngine.class);
        long until = System.nanoTime() + seconds * 1_000_000_000L;
        ExecutorService officials = Executors.newFixedThreadPool(THREADS);
        try {
            List<Callable<Long>> work = new ArrayList<>();
            for (int i = 0; i < THREADS; i++) {
                work.add(() -> {
                    long done = 0;
                    while (System.nanoTime() < until) {
                        oneCase(engine);
                        done++;
                    }
                    return done;
                });
            }
            long all = 0;
            for (Future<Long> one : officials.invokeAll(work)) {
                all += one.get();
            }
            return all;
        } finally {
            officials.shutdown();
        }
    }

    private static void oneCase(ProcessEngine engine) {
        engine.getIdentityService().setAuthentication("programme-officer", List.of("programme-officers"));
        try {
            String id = engine.getRuntimeService()
                    .startProcessInstanceByKey("benchCase", Map.of("subject", "A subject of some length", "grade", 7))
                    .getId();
            for (int step = 0; step < 3; step++) {
                Task task = engine.getTaskService()
                        .createTaskQuery()
                        .processInstanceId(id)
                        .singleResult();
                engine.getTaskService().claim(task.getId(), "programme-officer");
                engine.getTaskService().complete(task.getId());
            }
        } finally {
            engine.getIdentityService().clearAuthentication();
        }
    }

    private ConfigurableApplicationContext desk(EmbeddedPostgres server, String database, boolean ledger)
            throws Exception {
        try (var connection = server.getPostgresDatabase().getConnection();
                var statement = connection.createStatement()) {
            statement.execute("create database " + database);
        }
        SpringApplication application = new SpringApplication(Assent.class);
        StandardEnvironment environment = new StandardEnvironment();
        environment
                .getPropertySources()
                .addFirst(new MapPropertySource(
                        "Inlined Test Properties",
                        Map.of(
                                "spring.datasource.url",
                                server.getJdbcUrl("postgres", database),
                                "spring.datasource.username",
                                "postgres",
                                "camunda.bpm.job-execution.enabled",
                                "false",
                                "assent.rehearsal-clock.enabled",
                                "false",
                                "assent.mail.outbox",
                                folder.resolve("outbox").toString(),
                                "assent.ledger.folder",
                                folder.resolve(database).toString(),
                                "assent.ledger.seal-every",
                                ledger ? "PT5S" : "PT0S",
                                "server.port",
                                "0")));
        application.setEnvironment(environment);
        if (!ledger) {
            application.addInitializers(context -> context.addBeanFactoryPostProcessor(LedgerBench::withoutLedger));
        }
        ConfigurableApplicationContext desk = application.run();
        ProcessEngine engine = desk.getBean(ProcessEngine.class);
        engine.getRepositoryService()
                .createDeployment()
                .name("bench")
                .addClasspathResource("org/assent/ledger/benchCase.bpmn")
                .deploy();
        grantItsWork(engine.getAuthorizationService());
        return desk;
    }

    /** The roles of access.yaml do not know a process that only this bench has. */
    private static void grantItsWork(AuthorizationService grants) {
        Authorization grant = grants.createNewAuthorization(Authorization.AUTH_TYPE_GRANT);
        grant.setGroupId("programme-officers");
        grant.setResource(Resources.PROCESS_DEFINITION);
        grant.setResourceId("benchCase");
        for (var permission : List.of(
                ProcessDefinitionPermissions.CREATE_INSTANCE,
                ProcessDefinitionPermissions.READ,
                ProcessDefinitionPermissions.READ_TASK,
                ProcessDefinitionPermissions.UPDATE_TASK,
                ProcessDefinitionPermissions.TASK_WORK)) {
            grant.addPermission(permission);
        }
        grants.saveAuthorization(grant);
    }

    /** The product has no switch for this. */
    private static void withoutLedger(ConfigurableListableBeanFactory beans) {
        PARTS.forEach(part -> ((BeanDefinitionRegistry) beans).removeBeanDefinition(part));
        beans.registerSingleton("nothing", new Evidence() {
            @Override
            public void happened(String kind, Map<String, String> facts) {}

            @Override
            public void wrote(String table, Object key) {}

            @Override
            public void erased(String table, Object key) {}
        });
    }

    private static long bytes(ConfigurableApplicationContext desk, String tables) {
        return desk.getBean(JdbcTemplate.class)
                .queryForObject(
                        "select coalesce(sum(pg_total_relation_size(c.oid)), 0) from pg_class c where c.relkind = 'r' and c.relname like ?",
                        Long.class,
                        tables);
    }

    private static double median(List<Double> values) {
        return values.stream().sorted().toList().get(values.size() / 2);
    }

    private static double rounded(double value) {
        return Math.round(value * 100) / 100.0;
    }
}
