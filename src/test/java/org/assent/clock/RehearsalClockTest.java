package org.assent.clock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import java.util.List;
import java.util.Map;
import org.assent.Assent;
import org.assent.engine.JobDesk;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.datasource.init.ResourceDatabasePopulator;

/** Opens and closes desks of its own, and a closing desk shuts the web apps of the whole JVM: so it comes late. */
@Tag("once")
@Order(Integer.MAX_VALUE - 1)
class RehearsalClockTest {

    private static final Duration MOMENT = Duration.ofSeconds(30);

    @Test
    void a_restart_continues_where_the_desk_was_stopped_and_the_timers_with_it(@TempDir Path data) {
        Instant shown;
        Instant due;
        try (var desk = desk(data)) {
            var clock = desk.getBean(Clock.class);
            due = Instant.ofEpochMilli(clock.millis()).plus(Duration.ofDays(4));
            var waits = Bpmn.createExecutableProcess("overnight")
                    .startEvent()
                    .intermediateCatchEvent("isDue")
                    .timerWithDate("${due}")
                    .endEvent()
                    .done();
            desk.getBean(RepositoryService.class)
                    .createDeployment()
                    .addModelInstance("overnight.bpmn", waits)
                    .deploy();
            desk.getBean(RuntimeService.class)
                    .startProcessInstanceByKey("overnight", "night", Map.of("due", Date.from(due)));
            desk.getBean(ClockControl.class).moveTo(due.minus(Duration.ofDays(1)));
            shown = clock.instant();
        }
        assertThat(Clock.systemUTC().instant()).isCloseTo(new EngineTime().instant(), within(5, ChronoUnit.SECONDS));
        try (var desk = desk(data)) {
            assertThat(desk.getBean(Clock.class).instant()).isBetween(shown, shown.plus(MOMENT));
            assertThat(desk.getBean(ClockControl.class).moveToNextTimer().ran())
                    .extracting(ClockMove.Ran::due)
                    .containsExactly(due);
        }
    }

    @Test
    void a_killed_desk_does_not_go_back_behind_what_it_has_shown(@TempDir Path data) throws Exception {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        String url = "jdbc:h2:file:" + data.resolve("killed") + ";WRITE_DELAY=0";
        Path told = data.resolve("told");
        var desk = new ProcessBuilder(
                        java, "-cp", System.getProperty("java.class.path"), KilledDesk.class.getName(), url)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .redirectOutput(told.toFile())
                .start();
        try {
            await().atMost(Duration.ofMinutes(1)).until(() -> readings(told).size() > 100);
        } finally {
            desk.destroyForcibly().waitFor();
        }
        Instant shown = readings(told).stream().reduce(Instant.EPOCH, (before, last) -> last);

        assertThat(shown).isAfter(KilledDesk.MOVED);
        var database = new JdbcTemplate(new DriverManagerDataSource(url, "sa", ""));
        assertThat(new StoredReading(database).read().orElseThrow())
                .isAfterOrEqualTo(shown)
                .isBefore(shown.plus(Duration.ofMinutes(2)));
    }

    @Test
    void production_has_no_rehearsal_clock() {
        new ApplicationContextRunner()
                .withUserConfiguration(
                        ClockConfiguration.class, StoredReading.class, RehearsalClock.class, ClockControl.class)
                .withPropertyValues("spring.profiles.active=prod")
                .run(desk -> assertThat(desk)
                        .hasSingleBean(Clock.class)
                        .doesNotHaveBean(RehearsalClock.class)
                        .doesNotHaveBean(ClockControl.class)
                        .doesNotHaveBean(JobDesk.class));
    }

    /** What the killed desk has shown; a torn last line and the logging's own are left out. */
    private static List<Instant> readings(Path told) throws IOException {
        return Files.readAllLines(told).stream()
                .filter(line -> line.matches("\\d{4}-.*Z"))
                .map(Instant::parse)
                .toList();
    }

    private static ConfigurableApplicationContext desk(Path data) {
        var environment = new StandardEnvironment();
        // the name says that this test brings its own database
        environment
                .getPropertySources()
                .addFirst(new MapPropertySource(
                        "Inlined Test Properties",
                        Map.of(
                                "spring.datasource.url",
                                "jdbc:h2:file:" + data.resolve("restarted") + ";WRITE_DELAY=0",
                                "assent.rehearsal-clock.enabled",
                                "true",
                                "server.port",
                                "0")));
        return new SpringApplicationBuilder(Assent.class)
                .environment(environment)
                .run();
    }

    /** A desk with nothing but its clock, to be killed. */
    static final class KilledDesk {

        static final Instant MOVED = Instant.parse("2022-06-28T00:00:00Z");

        public static void main(String[] url) {
            var source = new DriverManagerDataSource(url[0], "sa", "");
            new ResourceDatabasePopulator(new ClassPathResource("db/migration/V30__clock.sql")).execute(source);
            var clock = new RehearsalClock(new StoredReading(new JdbcTemplate(source)), "2022-05-28T09:00+09:00");
            clock.moveTo(MOVED);
            // ends by itself, should nobody be left to kill it
            for (Instant end = clock.now().plusSeconds(90); clock.now().isBefore(end); ) {
                System.out.println(clock.now());
            }
        }
    }
}
