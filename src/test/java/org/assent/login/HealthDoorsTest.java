package org.assent.login;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.client.TestRestTemplate;

@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT, properties = "assent.test.desk=access")
class HealthDoorsTest {

    @Autowired
    TestRestTemplate web;

    @Test
    void anybody_learns_whether_the_desk_is_up_and_nothing_else() {
        var answer = web.getForEntity("/actuator/health", String.class);

        assertThat(answer.getStatusCode().value()).isEqualTo(200);
        assertThat(answer.getBody()).isEqualTo("{\"status\":\"UP\"}");
        assertThat(web.getForEntity("/actuator/health/fences", String.class)
                        .getStatusCode()
                        .value())
                .isEqualTo(401);
    }

    @ParameterizedTest
    @ValueSource(strings = {"admin", "auditor"})
    void administrators_and_auditors_see_every_fence_with_its_state(String user) {
        var answer = web.withBasicAuth(user, "demo").getForEntity("/actuator/health/fences", String.class);

        assertThat(answer.getStatusCode().value()).isEqualTo(200);
        assertThat(answer.getBody()).contains("\"details\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"npo-lk", "programme-officer"})
    void nobody_else_sees_them(String user) {
        assertThat(web.withBasicAuth(user, "demo")
                        .getForEntity("/actuator/health/fences", String.class)
                        .getStatusCode()
                        .value())
                .isEqualTo(403);
        assertThat(web.withBasicAuth(user, "demo").getForObject("/actuator/health", String.class))
                .isEqualTo("{\"status\":\"UP\"}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/actuator",
                "/actuator/env",
                "/actuator/beans",
                "/actuator/heapdump",
                "/actuator/metrics",
                "/actuator/loggers",
                "/actuator/health/db",
                "/actuator/health/fences/1",
                "/actuator/health/"
            })
    void the_rest_of_the_actuator_is_closed_even_to_administrators(String path) {
        assertThat(web.withBasicAuth("admin", "demo")
                        .getForEntity(path, String.class)
                        .getStatusCode()
                        .value())
                .isIn(403, 404);
    }
}
