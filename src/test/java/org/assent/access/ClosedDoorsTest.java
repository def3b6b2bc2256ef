package org.assent.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.boot.test.web.server.LocalServerPort;
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

    @LocalServerPort
    int port;

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

    /** Unknown, somebody else's or one's own: officials do nothing to many cases at once. */
    @ParameterizedTest
    @CsvSource({
        "PUT,/engine-rest/process-instance/suspended",
        "POST,/engine-rest/process-instance/suspended-async",
        "POST,/engine-rest/process-instance/delete",
        "POST,/engine-rest/process-instance/job-retries",
        "PUT,/engine-rest/job/suspended",
        "POST,/engine-rest/job/retries",
        "POST,/engine-rest/modification/execute",
        "POST,/engine-rest/modification/executeAsync",
        "POST,/engine-rest/migration/executeAsync",
        "POST,/engine-rest/migration/execute",
        "POST,/engine-rest/process-instance/message-async"
    })
    void what_is_done_to_many_cases_is_refused_alike_whatever_is_named(String method, String path) {
        var answer = web.withBasicAuth("npo-lk", "demo")
                .exchange(
                        path,
                        HttpMethod.valueOf(method),
                        json("{\"suspended\":true,\"processInstanceIds\":[\"nothing\"]}"),
                        String.class);
        assertThat(answer.getStatusCode().value()).as(answer.getBody()).isEqualTo(403);
    }

    @Test
    void nor_is_it_done_from_the_web_apps() {
        var answer = Attacker.as("npo-lk", port, Attacker.WEB_APPS)
                .send(
                        "PUT",
                        "/process-instance/suspended",
                        "application/json",
                        "{\"suspended\":true,\"processInstanceIds\":[\"nothing\"]}".getBytes(StandardCharsets.UTF_8));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(403);
        assertThat(answer.body()).contains("it is the work of somebody else");
    }

    @ParameterizedTest
    @CsvSource({
        "POST,/api/scores,multipart/form-data,415",
        "POST,/api/results,multipart/form-data,415",
        "POST,/api/erasures,multipart/form-data,415",
        "POST,/api/notifications,multipart/form-data,415",
        "GET,/engine-rest/application.wadl,,404",
        "OPTIONS,/engine-rest/engine,,200"
    })
    void what_cannot_be_read_is_refused_and_no_failure(String method, String path, String type, int status) {
        HttpHeaders headers = new HttpHeaders();
        if (type != null) {
            headers.set(HttpHeaders.CONTENT_TYPE, type);
        }
        var answer = web.withBasicAuth("admin", "demo")
                .exchange(path, HttpMethod.valueOf(method), new HttpEntity<>("x", headers), String.class);
        assertThat(answer.getStatusCode().value()).as(answer.getBody()).isIn(status, 400, 403);
        assertThat(String.valueOf(answer.getBody())).doesNotContain("Jersey", "Exception");
    }

    @Test
    void a_name_that_cannot_be_read_is_not_repeated() {
        for (String user : List.of("admin", "npo-lk")) {
            var answer = web.withBasicAuth(user, "demo")
                    .postForEntity("/api/erasures", json("{\"familyName\": Perera-Zz}"), String.class);
            assertThat(answer.getStatusCode().value()).isEqualTo(user.equals("admin") ? 422 : 403);
            assertThat(answer.getBody()).doesNotContain("Perera");
        }
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
