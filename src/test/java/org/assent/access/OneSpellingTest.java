package org.assent.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import org.assent.engine.FreshDesk;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;

/** No address but the plain one, by a client that sends what it is told. */
@Tag("once")
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT, properties = "assent.test.desk=access")
@ExtendWith(FreshDesk.class)
class OneSpellingTest {

    @LocalServerPort
    int port;

    @ParameterizedTest
    @CsvSource({
        "/engine-rest;/task, 400",
        "/engine-rest/task;x=y, 400",
        "/camunda;/api/engine/engine/default/task, 400",
        "/camunda/api/engine;x/engine/default/task, 400",
        "//engine-rest/task, 400",
        "/engine-rest//task, 400",
        "/%65ngine-rest/task, 400",
        "/api/../engine-rest/task, 400",
        "/api/%2e%2e/engine-rest/task, 400",
        "/engine-rest/task%2fcount, 400",
        "/camunda/app/tasklist;a=b/, 400",
        "/engine-rest/task, 401",
        "/engine-rest/user/an%20official/profile, 401",
        "/login, 200"
    })
    void an_address_has_one_spelling(String path, int status) throws IOException {
        try (Socket socket = new Socket("127.0.0.1", port)) {
            socket.setSoTimeout(20_000);
            socket.getOutputStream()
                    .write(("GET " + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n")
                            .getBytes(StandardCharsets.US_ASCII));
            var answer = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));

            assertThat(answer.readLine()).as(path).startsWith("HTTP/1.1 " + status);
        }
    }
}
