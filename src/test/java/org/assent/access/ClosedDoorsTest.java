package org.assent.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.http.HttpEntity;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;

// a desk of its own: it counts what there is
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT, properties = "assent.test.desk=access")
class ClosedDoorsTest {

    @Autowired
    TestRestTemplate web;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/engine-rest/task",
                "/engine-rest/engine",
                "/api/notifications",
                "/api/anything",
                "/actuator",
                "/h2-console"
            })
    void nobody_gets_in_without_a_login(String path) {
        assertThat(web.getForEntity(path, String.class).getStatusCode().value()).isIn(401, 403, 404);
        assertThat(web.getForEntity(path, String.class).getStatusCode().is2xxSuccessful())
                .isFalse();
    }

    @Test
    void a_wrong_password_is_refused() {
        // somebody whom no other test needs: the account rests for some seconds now
        assertThat(web.withBasicAuth("national-committee", "wrong")
                        .getForEntity("/engine-rest/task", String.class)
                        .getStatusCode())
                .isEqualTo(HttpStatus.UNAUTHORIZED);
    }

    @ParameterizedTest
    @CsvSource({"programme-officer,200", "npo-lk,200", "npo-bd-head,200", "auditor,200", "npo-hk,401"})
    void demonstration_users_log_in(String user, int status) {
        assertThat(web.withBasicAuth(user, "demo")
                        .getForEntity("/engine-rest/task", String.class)
                        .getStatusCode()
                        .value())
                .isEqualTo(status);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/engine-rest/task",
                "/engine-rest/task/count",
                "/engine-rest/filter/create",
                "/camunda/api/engine/engine/default/task"
            })
    void an_expression_is_refused_at_any_depth_on_both_roots(String path) {
        String attack =
                "{\"orQueries\":[{\"candidateUserExpression\":\"${''.getClass().forName('java.lang.Runtime')}\"}]}";

        var answer = web.withBasicAuth("npo-lk", "demo").postForEntity(path, json(attack), String.class);

        assertThat(answer.getStatusCode().value()).isIn(400, 401, 403);
        assertThat(answer.getBody() == null ? "" : answer.getBody()).doesNotContain("Exception");
    }

    @Test
    void an_expression_in_the_query_string_is_refused() {
        assertThat(web.withBasicAuth("admin", "demo")
                        .getForEntity("/engine-rest/task?assigneeExpression=x", String.class)
                        .getStatusCode())
                .isEqualTo(HttpStatus.BAD_REQUEST);
    }

    @Test
    void the_page_that_makes_a_first_administrator_is_shut() {
        assertThat(web.getForEntity("/camunda/app/admin/default/setup/", String.class)
                        .getStatusCode()
                        .value())
                .isEqualTo(403);
        assertThat(web.exchange(
                                "/camunda/api/admin/setup/default/user/create",
                                HttpMethod.POST,
                                json("{\"profile\":{\"id\":\"x\"}}"),
                                String.class)
                        .getStatusCode()
                        .value())
                .isEqualTo(403);
    }

    @Test
    void an_official_sees_the_one_filter_and_makes_no_other() {
        Map<?, ?>[] filters = web.withBasicAuth("npo-lk", "demo").getForObject("/engine-rest/filter", Map[].class);
        assertThat(filters).hasSize(1);
        assertThat(filters[0].get("name")).isEqualTo("My tasks");

        var answer = web.withBasicAuth("npo-lk", "demo")
                .postForEntity(
                        "/engine-rest/filter/create",
                        json("{\"resourceType\":\"Task\",\"name\":\"All\",\"query\":{}}"),
                        String.class);
        assertThat(answer.getStatusCode().value()).isEqualTo(403);
        assertThat(web.withBasicAuth("npo-lk", "demo")
                        .postForEntity(
                                "/engine-rest/filter/" + filters[0].get("id") + "/list", json("{}"), String.class)
                        .getStatusCode()
                        .value())
                .isEqualTo(200);
    }

    private static HttpEntity<String> json(String body) {
        HttpHeaders headers = new HttpHeaders();
        headers.setContentType(MediaType.APPLICATION_JSON);
        return new HttpEntity<>(body, headers);
    }
}
