package org.assent.webapp;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.Socket;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.assent.login.WebSession;
import org.camunda.bpm.engine.RepositoryService;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.HttpEntity;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;

/** Whatever goes wrong, people see a sentence and a reference, and the log holds nothing that they typed. */
@Tag("once")
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT, properties = "assent.test.desk=access")
@ExtendWith(OutputCaptureExtension.class)
class PlainErrorsTest {

    private static final String NAME = "Rahima Planted Khatun";
    private static final String INSIDES =
            "(?s).*(?:Exception|\\bat org\\.|\\bat java|org\\.camunda|org\\.spring|org\\.apache|Tomcat|select |insert |/work/|ENGINE-\\d).*";

    @Autowired
    TestRestTemplate web;

    @Autowired
    RepositoryService repository;

    @LocalServerPort
    int port;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "POST | /engine-rest/task                                       | {\"name\": \"Rahima Planted Khatun",
                "POST | /engine-rest/process-definition/key/none/start          | {\"businessKey\":\"Rahima Planted Khatun\"}",
                "POST | /engine-rest/message                                    | {\"messageName\":\"Rahima Planted Khatun\"}",
                "POST | /engine-rest/no/such/thing                              | Rahima Planted Khatun",
                "GET  | /engine-rest/task/Rahima%20Planted%20Khatun             | ''",
                "GET  | /engine-rest/history/task?sortBy=Rahima+Planted+Khatun  | ''",
                "POST | /api/notifications                                      | Rahima Planted Khatun",
                "PUT  | /api/no/such                                            | {\"name\":\"Rahima Planted Khatun\"}",
                "DELETE | /api/scores                                           | ''",
                "POST | /api/results                                            | Rahima Planted Khatun",
                "GET  | /verify/Rahima%20Planted%20Khatun/x                     | ''",
                "GET  | /no/such/Rahima%20Planted%20Khatun                      | ''",
                "GET  | /error                                                  | ''"
            })
    void an_error_is_a_sentence_without_our_insides_and_the_log_holds_nothing_typed(
            String method, String path, String body, CapturedOutput log) {
        HttpHeaders headers = new HttpHeaders();
        headers.set("Content-Type", "application/json");
        var answer = web.withBasicAuth("process-owner", "demo")
                .exchange(
                        java.net.URI.create("http://localhost:" + port + path),
                        HttpMethod.valueOf(method),
                        new HttpEntity<>(body.isEmpty() ? null : body, headers),
                        String.class);

        assertThat(answer.getStatusCode().value()).isBetween(400, 599);
        // the API's own word for the kind of error stays: its clients go by it
        assertThat(String.valueOf(answer.getBody()).replaceAll("\"type\":\"\\w+\"", ""))
                .doesNotMatch(INSIDES);
        assertThat(log.getAll()).doesNotContain(NAME).doesNotContain("Rahima");
    }

    @ParameterizedTest
    @CsvSource({
        "npo-np, GET, /process-definition/nomination:7:4711-abc, 404, There is nothing of this name or number here.",
        "npo-np, GET, /process-definition/key/no-such-thing, 404, There is nothing of this name or number here.",
        "npo-np, GET, /decision-definition/key/no-such-thing, 404, There is nothing of this name or number here.",
        "admin, GET, /user/4711-abc/profile, 404, There is nothing of this name or number here.",
        "admin, GET, /tenant/4711-abc, 404, There is nothing of this name or number here.",
        "npo-np, GET, /no/such/4711-abc, 404, There is nothing of this name or number here.",
        "npo-np, DELETE, /version, 405, This cannot be done here.",
        "admin, PATCH, /process-definition, 405, This cannot be done here.",
        "npo-np, POST, /authorization/create, 403, You may not do this: it is the work of somebody else.",
        "npo-np, DELETE, /group/npo-liaison, 403, You may not do this: it is the work of somebody else.",
        "auditor, POST, /group/create, 403, You may not do this: it is the work of somebody else."
    })
    void what_is_not_there_or_not_allowed_is_one_sentence_without_a_programmer_s_names_on_either_root(
            String user, String method, String path, int status, String sentence) throws IOException {
        String body = method.equals("POST")
                ? "{\"id\":\"tried\",\"name\":\"Tried\",\"type\":1,\"permissions\":[\"ALL\"],\"userId\":\"npo-np\",\"resourceType\":0,\"resourceId\":\"*\"}"
                : "";
        WebSession session = WebSession.of(port, user);
        var basic = Base64.getEncoder().encodeToString((user + ":demo").getBytes(StandardCharsets.UTF_8));
        var answers = List.of(
                session.send(session.request("/engine-rest" + path)
                        .header("Authorization", "Basic " + basic)
                        .header("Content-Type", "application/json")
                        .method(method, BodyPublishers.ofString(body))),
                session.send(method, "/camunda/api/engine/engine/default" + path, body));

        for (HttpResponse<String> answer : answers) {
            assertThat(answer.statusCode()).isEqualTo(status);
            Map<String, Object> said = new ObjectMapper().readValue(answer.body(), new TypeReference<>() {});
            assertThat(said.get("message")).isEqualTo(sentence);
            assertThat(said.get("type")).isEqualTo("Refusal");
            assertThat(said.keySet()).isSubsetOf("message", "type", "reference");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "GET, /api/no/such, 404, There is nothing here.",
        "DELETE, /api/scores, 405, This cannot be done here.",
        "GET, /api/notifications, 405, This cannot be done here.",
        "POST, /api/notifications, 403, You may not do this: it is the work of somebody else.",
        "POST, /api/projects/22-XX-01/changes, 422, Only a programme officer can ask for this."
    })
    void our_own_api_says_it_as_plainly(String method, String path, int status, String sentence) throws IOException {
        HttpHeaders headers = new HttpHeaders();
        headers.set("Content-Type", "application/json");
        var answer = web.withBasicAuth("npo-np", "demo")
                .exchange(path, HttpMethod.valueOf(method), new HttpEntity<>("{}", headers), String.class);

        assertThat(answer.getStatusCode().value()).as(answer.getBody()).isEqualTo(status);
        Map<String, Object> said =
                new ObjectMapper().readValue(String.valueOf(answer.getBody()), new TypeReference<>() {});
        assertThat(said.get("message")).isEqualTo(sentence);
        assertThat(said.keySet()).isSubsetOf("message", "type", "reference");
    }

    @Test
    void a_refusal_is_one_line_of_the_log_and_no_trace(CapturedOutput log) {
        HttpHeaders headers = new HttpHeaders();
        headers.set("Content-Type", "application/json");
        int before = log.getAll().length();
        for (String body : List.of(
                "{\"profile\":{\"id\":\"refused\",\"firstName\":\"<b>Rahima\",\"lastName\":\"Khatun\"}}",
                "{\"profile\":{\"id\":\"refused\",\"firstName\":\"Rahima\",\"lastName\":\"Khatun\"},\"credentials\":{\"password\":\"weak\"}}")) {
            assertThat(web.withBasicAuth("account-admin", "demo")
                            .exchange(
                                    "/engine-rest/user/create",
                                    HttpMethod.POST,
                                    new HttpEntity<>(body, headers),
                                    String.class)
                            .getStatusCode()
                            .value())
                    .isEqualTo(422);
        }
        List<String> lines = log.getAll()
                .substring(before)
                .lines()
                .filter(line -> line.contains("engine.rest") || line.contains("\tat ") || line.contains("Rahima"))
                .toList();
        assertThat(lines).hasSize(2).allSatisfy(line -> assertThat(line)
                .containsPattern("WARN .*\\[[0-9A-F]{8}\\].*Refused in a sentence$"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/process-definition",
                "/decision-definition",
                "/deployment",
                "/deployment/{deployment}/resources"
            })
    void where_models_come_from_is_no_place_on_the_disk(String path) {
        String deployment = repository.createDeploymentQuery().list().get(0).getId();
        String told = String.valueOf(web.withBasicAuth("auditor", "demo")
                .getForEntity("/engine-rest" + path.replace("{deployment}", deployment), String.class)
                .getBody());

        assertThat(told)
                .contains("\"id\":")
                .doesNotContain(System.getProperty("user.dir"), "/classes/", "file:", "jar:");
        if (path.equals("/process-definition")) {
            assertThat(told).contains("\"resource\":\"nomination.bpmn\"");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/no/such/page", "/engine-rest/no/such", "/api/no/such"})
    void an_error_that_nobody_answered_bears_a_reference(String path) {
        var answer = web.withBasicAuth("process-owner", "demo").getForEntity(path, String.class);

        assertThat(String.valueOf(answer.getBody())).containsPattern("\"reference\":\"[0-9A-F]{8}\"");
    }

    @Test
    void whoever_has_logged_in_is_shown_that_there_is_no_such_page() {
        WebSession npo = WebSession.of(port, "npo-np");
        for (String path : List.of("/no/such/page", "/camundas", "/static/login/login.js", "/h2-console/", "/error")) {
            var answer = npo.get(path);

            assertThat(answer.statusCode()).as(path).isEqualTo(404);
            assertThat(answer.body())
                    .contains("<p>There is no such page.</p>")
                    .containsPattern("Reference: [0-9A-F]{8}");
        }
        assertThat(npo.send("POST", "/no/such/page", "{}").statusCode()).isEqualTo(404);
    }

    @Test
    void whoever_has_not_logged_in_is_sent_to_do_so_and_is_not_told_what_there_is() {
        WebSession nobody = new WebSession(port);
        var page = nobody.get("/no/such/page");
        assertThat(page.statusCode()).isEqualTo(302);
        assertThat(page.headers().firstValue("Location"))
                .hasValueSatisfying(where -> assertThat(where).endsWith("/login"));
        assertThat(page.headers().firstValue("Set-Cookie")).isEmpty();

        var asked = nobody.ask("/no/such/page");
        assertThat(asked.statusCode()).isEqualTo(401);
        assertThat(asked.body()).contains("Please log in.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET /%zz HTTP/1.1\r\nHost: localhost\r\n\r\n",
                "GET /a|b\"<c> HTTP/1.1\r\nHost: localhost\r\n\r\n",
                "GET / HTTP/1.1\r\nHost: local/host<script>\r\n\r\n",
                "NONSENSE\r\n\r\n"
            })
    void what_the_server_itself_refuses_tells_nothing_of_it(String request) throws IOException {
        try (Socket socket = new Socket("localhost", port)) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            socket.getOutputStream().flush();
            socket.shutdownOutput();
            String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

            assertThat(answer).startsWith("HTTP/1.1 400").doesNotMatch(INSIDES).doesNotContain("<script>");
        }
    }

    @Test
    void an_exception_is_logged_by_kind_and_place_while_somebody_is_served(CapturedOutput log) {
        MDC.put("reference", "12345678");
        try {
            LoggerFactory.getLogger("org.assent.test")
                    .error("It failed", new IllegalStateException(NAME, new IllegalArgumentException(NAME)));
        } finally {
            MDC.remove("reference");
        }

        assertThat(log.getAll())
                .contains(
                        "[12345678] ",
                        "java.lang.IllegalStateException",
                        "Caused by: java.lang.IllegalArgumentException")
                .contains("at org.assent.webapp.PlainErrorsTest")
                .doesNotContain(NAME);
    }

    @Test
    void the_engines_api_logs_no_messages_of_exceptions(CapturedOutput log) {
        LoggerFactory.getLogger("org.camunda.bpm.engine.rest.exception")
                .warn("ENGINE-REST-HTTP500 org.x.SomeException: " + NAME
                        + "\n\tat org.x.Y.z(Y.java:1)\nCaused by: java.lang.RuntimeException: " + NAME + "\n" + NAME);

        assertThat(log.getAll())
                .contains("org.x.SomeException", "at org.x.Y.z", "Caused by: java.lang.RuntimeException")
                .doesNotContain(NAME);
    }
}
