package org.assent.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.assent.Assent;
import org.assent.clock.ClockControl;
import org.camunda.bpm.engine.IdentityService;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;

/** Opens and closes desks of its own, and a closing desk shuts the web apps of the whole JVM: so it comes late. */
@Order(Integer.MAX_VALUE - 1)
class ProductionTest {

    private static final Map<String, Object> ADMINISTRATOR =
            Map.of("ASSENT_ADMIN_ID", "first-admin", "ASSENT_ADMIN_PASSWORD", "a long and winding word");

    @Test
    void production_does_not_start_on_h2() {
        Map<String, Object> settings = new HashMap<>(ADMINISTRATOR);
        settings.put("spring.datasource.url", "jdbc:h2:mem:prod" + UUID.randomUUID());

        assertThatThrownBy(() -> start(settings)).hasStackTraceContaining("Production does not run on H2");
    }

    @Test
    @EnabledIfSystemProperty(named = "assent.database", matches = "postgres")
    void production_on_postgresql_has_the_administrator_named_and_nothing_of_the_demonstration() {
        try (var desk = start(ADMINISTRATOR)) {
            IdentityService identity = desk.getBean(IdentityService.class);
            assertThat(identity.createUserQuery().list()).singleElement().satisfies(user -> assertThat(user.getId())
                    .isEqualTo("first-admin"));
            assertThat(identity.checkPassword("first-admin", "a long and winding word"))
                    .isTrue();
            assertThat(desk.getBeanProvider(ClockControl.class).getIfAvailable())
                    .isNull();
        }
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
