package org.assent.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.assent.Assent;
import org.assent.clock.ClockControl;
import org.assent.fence.UnsafeStart;
import org.assent.notary.TestKeyStore;
import org.camunda.bpm.engine.IdentityService;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** Opens and closes desks of its own, and a closing desk shuts the web apps of the whole JVM: so it comes late. */
@Order(Integer.MAX_VALUE - 1)
class ProductionTest {

    private static final String PASSWORD = "a long and winding word";
    private static final String LEDGER = "target/ledger/production";
    private static final Map<String, Object> SOUND = sound();

    @Test
    void production_tells_all_at_once_why_it_does_not_start() {
        Map<String, Object> settings = new HashMap<>();
        settings.put("spring.datasource.url", "jdbc:h2:mem:prod" + UUID.randomUUID());
        settings.put("assent.rehearsal-clock.enabled", "true");

        assertThatThrownBy(() -> start(settings))
                .isInstanceOf(UnsafeStart.class)
                .hasMessageContainingAll(
                        "does not run on H2",
                        "ASSENT_PROXY",
                        "ASSENT_LEDGER_FOLDER",
                        "assent.rehearsal-clock",
                        "ASSENT_SIGNING_KEYSTORE");
    }

    @Test
    void production_does_not_start_where_the_ledger_cannot_be_written() throws Exception {
        Path noFolder = Files.createTempFile("ledger", ".txt");
        Map<String, Object> settings = new HashMap<>(SOUND);
        settings.put("spring.datasource.url", "jdbc:h2:mem:prod" + UUID.randomUUID());
        settings.put("ASSENT_LEDGER_FOLDER", noFolder.toString());

        assertThatThrownBy(() -> start(settings))
                .isInstanceOf(UnsafeStart.class)
                .hasMessageContainingAll("does not run on H2", "set ASSENT_LEDGER_FOLDER to a folder that belongs")
                .hasMessageNotContaining(noFolder.toString());
    }

    @Test
    @EnabledIfSystemProperty(named = "assent.database", matches = "postgres")
    void an_empty_database_needs_an_administrator_with_a_password_that_nobody_guesses() {
        Map<String, Object> nobody = Map.of("ASSENT_PROXY", "127.0.0.1", "ASSENT_LEDGER_FOLDER", LEDGER);
        assertThatThrownBy(() -> start(nobody)).hasMessageContaining("There is no administrator yet");

        Map<String, Object> weak = new HashMap<>(SOUND);
        weak.put("ASSENT_ADMIN_PASSWORD", "first-admin-2026");
        assertThatThrownBy(() -> start(weak)).hasMessageContaining("ASSENT_ADMIN_PASSWORD is weak");
    }

    @Test
    @EnabledIfSystemProperty(named = "assent.database", matches = "postgres")
    void production_on_postgresql_has_the_administrator_named_once_and_every_fence_stands() throws Exception {
        Map<String, Object> settings = new HashMap<>(SOUND);
        settings.put("spring.datasource.username", "postgres");
        settings.put("server.address", "127.0.0.1");
        String url;
        try (var desk = start(settings)) {
            url = desk.getEnvironment().getRequiredProperty("spring.datasource.url");
            IdentityService identity = desk.getBean(IdentityService.class);
            assertThat(identity.createUserQuery().list()).singleElement().satisfies(user -> assertThat(user.getId())
                    .isEqualTo("first-admin"));
            assertThat(identity.checkPassword("first-admin", PASSWORD)).isTrue();
            assertThat(desk.getBeanProvider(ClockControl.class).getIfAvailable())
                    .isNull();
            everyFenceStands(desk);
        }

        JdbcTemplate database = new JdbcTemplate(new DriverManagerDataSource(url, "postgres", ""));
        settings.put("spring.datasource.url", url);
        settings.put("ASSENT_ADMIN_PASSWORD", "demo");
        assertThat(faults(settings))
                .as("a second start ignores what it is told")
                .isEmpty();

        database.update("delete from act_id_membership");
        assertThat(faults(settings)).singleElement().asString().contains("works once only");

        database.update("delete from first_administrator");
        settings.putAll(SOUND);
        assertThat(faults(settings)).singleElement().asString().contains("has an account already");

        database.update("update act_id_user set pwd_ = ?, salt_ = null", sha512("demo"));
        database.update("insert into rehearsal_clock (id, shown_until) values (1, current_timestamp)");
        settings.put("ASSENT_ADMIN_ID", "second-admin");
        settings.put("ASSENT_ADMIN_PASSWORD", "short");
        assertThat(faults(settings))
                .hasSize(3)
                .anySatisfy(fault -> assertThat(fault).contains("a password that everybody knows (first-admin)"))
                .anySatisfy(fault -> assertThat(fault).contains("rehearsal clock"))
                .anySatisfy(fault -> assertThat(fault).contains("is weak"));
    }

    private static void everyFenceStands(ConfigurableApplicationContext desk) {
        var port = desk.getEnvironment().getRequiredProperty("local.server.port");
        var web = new TestRestTemplate();
        var health = web.withBasicAuth("first-admin", PASSWORD)
                .getForEntity("http://127.0.0.1:" + port + "/actuator/health/fences", JsonNode.class);
        assertThat(health.getStatusCode().value())
                .as(String.valueOf(health.getBody()))
                .isEqualTo(200);
        JsonNode fences = Objects.requireNonNull(health.getBody()).path("details");
        assertThat(fences.size()).isGreaterThanOrEqualTo(19);
        assertThat(fences).allSatisfy(fence -> assertThat(fence.path("state").asText())
                .as(fence.path("sentence").asText())
                .isEqualTo("whole"));
        assertThat(web.getForObject("http://127.0.0.1:" + port + "/actuator/health", String.class))
                .isEqualTo("{\"status\":\"UP\"}");
    }

    private static List<String> faults(Map<String, Object> settings) {
        return DatabaseBeforeStart.faults(
                (String) settings.get("spring.datasource.url"),
                "postgres",
                "",
                (String) settings.get("ASSENT_ADMIN_ID"),
                (String) settings.get("ASSENT_ADMIN_PASSWORD"));
    }

    private static String sha512(String password) throws Exception {
        return "{SHA-512}"
                + Base64.getEncoder()
                        .encodeToString(
                                MessageDigest.getInstance("SHA-512").digest(password.getBytes(StandardCharsets.UTF_8)));
    }

    private static Map<String, Object> sound() {
        Map<String, Object> settings = new HashMap<>(TestKeyStore.settings());
        settings.put("ASSENT_ADMIN_ID", "first-admin");
        settings.put("ASSENT_ADMIN_PASSWORD", PASSWORD);
        settings.put("ASSENT_PROXY", "127.0.0.1");
        settings.put("ASSENT_LEDGER_FOLDER", LEDGER);
        return Map.copyOf(settings);
    }

    private static ConfigurableApplicationContext start(Map<String, Object> settings) {
        var environment = new StandardEnvironment();
        // under this name a test's own settings go before the suite's database
        environment.getPropertySources().addFirst(new MapPropertySource("Inlined Test Properties", settings));
        return new SpringApplicationBuilder(Assent.class)
                .environment(environment)
                .profiles("prod")
                .run("--server.port=0");
    }
}
