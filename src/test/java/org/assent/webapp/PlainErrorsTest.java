package org.assent.webapp;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.assent.login.WebSession;
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
