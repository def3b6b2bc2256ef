package org.assent.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Addresses of the notation that is switched off are no failure of the engine: it is not asked. */
@Tag("once")
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT, properties = "assent.test.desk=access")
@ExtendWith(OutputCaptureExtension.class)
class OtherNotationTest {

    @LocalServerPort
    int port;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "GET  | /case-instance                    | ''",
                "GET  | /case-instance/count/             | ''",
                "GET  | /case-execution/none              | ''",
                "GET  | /case-definition/key/none/xml     | ''",
                "GET  | /history/case-instance            | ''",
                "POST | /case-execution/none/complete     | {\"variables\":{\"economy\":{\"value\":\"NP\"}}}",
                "POST | /case-definition/key/none/create  | {}"
            })
    void the_engine_is_not_asked_for_cases_of_the_other_notation(
            String method, String path, String body, CapturedOutput log) {
        for (String root : new String[] {Attacker.REST, Attacker.WEB_APPS}) {
            for (String user : new String[] {"admin", "npo-np"}) {
                var answer = Attacker.as(user, port, root)
                        .send(method, path, "application/json", body.getBytes(StandardCharsets.UTF_8));

                assertThat(answer.statusCode()).as(answer.body()).isEqualTo(404);
                assertThat(answer.body()).contains("There are no cases of this kind here");
            }
        }
        assertThat(log.getAll()).doesNotContain("ENGINE-REST");
    }
}
