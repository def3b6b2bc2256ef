package org.assent.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.Map;
import org.assent.fence.FenceState;
import org.assent.fence.UnsafeStart;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.context.support.StaticApplicationContext;
import org.springframework.mock.env.MockEnvironment;

@Tag("once")
class ProductionGuardTest {

    private static final Map<String, String> SOUND = Map.of(
            "spring.datasource.url",
            "jdbc:postgresql://db/assent",
            "assent.proxy",
            "10.0.0.5, fd00::5",
            "assent.ledger.folder",
            "/srv/ledger");

    @Test
    void sound_settings_have_no_fault() {
        assertThat(ProductionGuard.settings(environment(SOUND))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "spring.datasource.url                | ''                            | set SPRING_DATASOURCE_URL",
                "spring.datasource.url                | jdbc:h2:mem:prod              | does not run on H2",
                "spring.datasource.url                | jdbc:mysql://db/assent        | PostgreSQL only",
                "assent.proxy                         | ''                            | set ASSENT_PROXY",
                "assent.proxy                         | .*                            | holds what is no address",
                "assent.ledger.folder                 | ''                            | set ASSENT_LEDGER_FOLDER",
                "assent.rehearsal-clock.enabled       | true                          | rehearsal-clock",
                "assent.rehearsal.at-start            | true                          | rehearsal",
                "camunda.bpm.admin-user.id            | admin                         | remove camunda.bpm.admin-user",
                "camunda.bpm.authorization.enabled    | false                         | remove camunda.bpm.authorization",
                "spring.h2.console.enabled            | true                          | remove spring.h2.console"
            })
    void an_unsafe_setting_is_one_sentence_that_says_what_to_set(String name, String value, String told) {
        Map<String, String> settings = new HashMap<>(SOUND);
        settings.put(name, value);

        assertThat(ProductionGuard.settings(environment(settings)))
                .singleElement()
                .asString()
                .contains(told);
    }

    @Test
    void a_certificate_of_its_own_is_as_good_as_a_proxy() {
        Map<String, String> settings = new HashMap<>(SOUND);
        settings.remove("assent.proxy");
        settings.put("server.ssl.bundle", "desk");

        assertThat(ProductionGuard.settings(environment(settings))).isEmpty();
    }

    @Test
    void headers_of_a_proxy_are_trusted_only_when_its_address_is_told() {
        assertThat(ProductionGuard.settings(environment(Map.of(
                        "spring.datasource.url",
                        "jdbc:postgresql://db/assent",
                        "assent.ledger.folder",
                        "/srv/ledger",
                        "server.ssl.bundle",
                        "desk",
                        "server.forward-headers-strategy",
                        "framework"))))
                .singleElement()
                .asString()
                .contains("forge");
    }

    @Test
    void all_faults_are_told_at_once() {
        assertThat(ProductionGuard.settings(environment(Map.of("assent.rehearsal-clock.enabled", "true"))))
                .hasSize(4);
    }

    @Test
    void a_missing_bill_of_materials_is_told_with_all_else_and_before_anything_is_written() {
        var desk = new StaticApplicationContext();
        desk.setEnvironment(environment(Map.of("spring.datasource.url", "jdbc:h2:mem:prod")));
        var guard = new ProductionGuard(() -> FenceState.broken("The bill of materials is missing: build online."));

        assertThatThrownBy(() -> guard.initialize(desk))
                .isInstanceOf(UnsafeStart.class)
                .hasMessageContainingAll("does not run on H2", "ASSENT_PROXY", "bill of materials");
    }

    private static MockEnvironment environment(Map<String, String> settings) {
        MockEnvironment environment = new MockEnvironment();
        settings.forEach(environment::setProperty);
        environment.setActiveProfiles("prod");
        return environment;
    }
}
