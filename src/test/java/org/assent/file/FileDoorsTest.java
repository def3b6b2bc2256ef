package org.assent.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.camunda.bpm.engine.RepositoryService;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.http.HttpEntity;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.util.LinkedMultiValueMap;

// a desk that is there already
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT, properties = "assent.test.desk=access")
class FileDoorsTest {

    @Autowired
    TestRestTemplate web;

    @Autowired
    RepositoryService repository;

    @LocalServerPort
    int port;

    @ParameterizedTest
    @CsvSource({
        "POST, task/x/attachment/create",
        "GET,  task/x/attachment",
        "GET,  task/x/attachment/y/data",
        "GET,  task//x/attachment/y/data/",
        "POST, task/x/variables/y/data",
        "GET,  process-instance/x/variables/y/data",
        "GET,  execution/x/localVariables/y/data",
        "GET,  variable-instance/x/data",
        "GET,  history/variable-instance/x/data",
        "GET,  history/detail/x/data"
    })
    void the_engine_s_own_doors_for_files_are_shut_to_administrators_too(HttpMethod method, String path) {
        var answer = send("admin", method, path, "application/json", "{}");

        assertThat(answer.getStatusCode().value()).as(answer.getBody()).isEqualTo(403);
        assertThat(answer.getBody()).contains("Please hand them in on the pages of this desk.");
    }

    @ParameterizedTest
    @CsvSource({"multipart/form-data; boundary=b", "application/octet-stream"})
    void nothing_else_takes_a_file(String type) {
        assertThat(send("admin", HttpMethod.POST, "process-definition/key/nomination/start", type, "--b--")
                        .getStatusCode()
                        .value())
                .isEqualTo(415);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"variables\":{\"x\":{\"type\":\"File\",\"value\":\"aGk=\",\"valueInfo\":{\"filename\":\"a.html\"}}}}",
                "{\"variables\":{\"x\":{\"value\":\"aGk=\",\"TYPE\":\"bytes\"}}}",
                "[{\"a\":[{\"type\":\"file\"}]}]"
            })
    void a_variable_is_no_file(String body) {
        for (String path : new String[] {"process-definition/key/nomination/start", "task/x/submit-form", "message"}) {
            var answer = send("admin", HttpMethod.POST, path, "application/json", body);
            assertThat(answer.getStatusCode().value()).isEqualTo(415);
            assertThat(answer.getBody()).contains(" cannot be a file.");
        }
        assertThat(web.postForEntity("/camunda/api/engine/engine/default/task/x/submit-form", json(body), String.class)
                        .getStatusCode()
                        .is2xxSuccessful())
                .isFalse();
    }

    @Test
    void the_modeler_deploys_models_and_no_entities() {
        long before = repository.createDeploymentQuery().count();
        String entity = "<!DOCTYPE x [<!ENTITY a SYSTEM \"file:///etc/hostname\">]><definitions>&a;</definitions>";

        assertThat(deploy("trial.bpmn", entity).getStatusCode().value()).isEqualTo(415);
        assertThat(deploy("../trial.bpmn", "<definitions/>").getStatusCode().value())
                .isEqualTo(415);
        assertThat(deploy("trial.groovy", "println 1").getStatusCode().value()).isEqualTo(415);
        assertThat(deploy("trial.bpmn", " ".repeat(5 * 1024 * 1024))
                        .getStatusCode()
                        .value())
                .isEqualTo(413);
        assertThat(repository.createDeploymentQuery().count()).isEqualTo(before);
    }

    /** A length that is not announced is counted; the desk reads no more than it would have taken. */
    @ParameterizedTest
    @CsvSource({
        "admin,             /api/organisations,                 text/csv",
        "cabinet-reviewer,  /api/results,                       text/csv",
        "cabinet-reviewer,  /api/scores,                        text/csv",
        "npo-bd,            /api/projects/x/sessions/1/attendance, text/csv",
        "programme-officer, /api/notifications,                 application/pdf"
    })
    void a_file_without_end_is_told_that_it_is_too_large(String user, String path, String type) throws IOException {
        try (Socket socket = new Socket("127.0.0.1", port)) {
            socket.setSoTimeout(20_000);
            OutputStream out = socket.getOutputStream();
            out.write(head(user, path, type, "Transfer-Encoding: chunked"));
            byte[] piece = "x".repeat(64 * 1024).getBytes(StandardCharsets.US_ASCII);
            try {
                for (int i = 0; i < 17 * 16 && socket.getInputStream().available() == 0; i++) {
                    out.write("10000\r\n".getBytes(StandardCharsets.US_ASCII));
                    out.write(piece);
                    out.write("\r\n".getBytes(StandardCharsets.US_ASCII));
                }
            } catch (IOException theDeskHungUp) {
                // what it said before is read below
            }
            assertThat(line(socket.getInputStream())).isEqualTo("HTTP/1.1 413 ");
        }
    }

    @Test
    void a_file_that_is_announced_too_large_is_refused_unread() throws IOException {
        try (Socket socket = new Socket("127.0.0.1", port)) {
            socket.setSoTimeout(20_000);
            socket.getOutputStream()
                    .write(head("cabinet-reviewer", "/api/results", "text/csv", "Content-Length: 9000000"));

            // the desk waits a while for what was announced before it hangs up, so the answer is read line by line
            var answer = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
            assertThat(answer.readLine()).isEqualTo("HTTP/1.1 413 ");
            String line = answer.readLine();
            while (!line.startsWith("{")) {
                line = answer.readLine();
            }
            assertThat(line).isEqualTo("{\"message\":\"This file is larger than 8 MB, so it was not read.\"}");
        }
    }

    private static byte[] head(String user, String path, String type, String length) {
        return ("POST " + path + " HTTP/1.1\r\nHost: localhost\r\nContent-Type: " + type
                        + "\r\nAuthorization: Basic "
                        + Base64.getEncoder().encodeToString((user + ":demo").getBytes(StandardCharsets.UTF_8))
                        + "\r\n" + length + "\r\nConnection: close\r\n\r\n")
                .getBytes(StandardCharsets.US_ASCII);
    }

    private static String line(InputStream in) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int letter = in.read(); letter >= 0 && letter != '\r'; letter = in.read()) {
            line.append((char) letter);
        }
        return line.toString();
    }

    private ResponseEntity<String> deploy(String name, String model) {
        var parts = new LinkedMultiValueMap<String, Object>();
        parts.add("deployment-name", "trial");
        parts.add("data", new ByteArrayResource(model.getBytes(StandardCharsets.UTF_8)) {
            @Override
            public String getFilename() {
                return name;
            }
        });
        HttpHeaders headers = new HttpHeaders();
        headers.setContentType(MediaType.MULTIPART_FORM_DATA);
        return web.withBasicAuth("admin", "demo")
                .postForEntity("/engine-rest/deployment/create", new HttpEntity<>(parts, headers), String.class);
    }

    private ResponseEntity<String> send(String user, HttpMethod method, String path, String type, String body) {
        HttpHeaders headers = new HttpHeaders();
        headers.set(HttpHeaders.CONTENT_TYPE, type);
        return web.withBasicAuth(user, "demo")
                .exchange("/engine-rest/" + path, method, new HttpEntity<>(body, headers), String.class);
    }

    private static HttpEntity<String> json(String body) {
        HttpHeaders headers = new HttpHeaders();
        headers.setContentType(MediaType.APPLICATION_JSON);
        return new HttpEntity<>(body, headers);
    }
}
