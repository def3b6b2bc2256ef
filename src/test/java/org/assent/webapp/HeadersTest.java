package org.assent.webapp;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.assent.login.WebSession;
import org.camunda.bpm.webapp.impl.security.filter.headersec.provider.impl.ContentSecurityPolicyProvider;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.HttpHeaders;

// a desk that is there already
@Tag("once")
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT, properties = "assent.test.desk=access")
class HeadersTest {

    @Autowired
    TestRestTemplate web;

    @LocalServerPort
    int port;

    @ParameterizedTest
    @CsvSource({
        "admin, /engine-rest/task",
        "admin, /engine-rest/nothing",
        "npo-lk, /engine-rest/user/nobody",
        ", /engine-rest/task",
        ", /camunda/api/engine/engine/default/task",
        ", /camunda/api/admin/auth/user/default",
        ", /camunda/api/tasklist/plugin/assent/default/outbox",
        "programme-officer, /api/certificates/APO-2022-0000-0000",
        ", /api/certificates/x",
        ", /actuator/health",
        ", /error"
    })
    void an_answer_is_kept_nowhere_guessed_to_be_nothing_and_runs_nothing(String user, String path) {
        HttpHeaders headers = (user == null ? web : web.withBasicAuth(user, "demo"))
                .getForEntity(path, String.class)
                .getHeaders();

        assertThat(headers.get("Cache-Control")).containsExactly("no-store");
        assertThat(headers.get("X-Content-Type-Options")).containsExactly("nosniff");
        assertThat(headers.get("Content-Security-Policy"))
                .containsExactly(
                        "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; sandbox");
        assertThat(headers.get("Referrer-Policy")).containsExactly("no-referrer");
        assertStrict(headers);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/verify",
                "/verify/APO-2022-0001-0001",
                "/nothing-here",
                "/login",
                "/logout",
                "/camunda/app/tasklist/default/"
            })
    void a_page_is_in_no_frame_and_asks_for_no_device(String path) {
        assertStrict(web.getForEntity(path, String.class).getHeaders());
    }

    @Test
    void the_page_that_verifies_runs_and_loads_nothing_and_is_kept_nowhere() {
        var page = web.getForEntity("/verify?serial=<script>alert(1)</script>", String.class);

        assertThat(page.getHeaders().get("Content-Security-Policy"))
                .singleElement()
                .satisfies(policy -> {
                    assertThat(policy)
                            .startsWith("default-src 'none'; style-src 'sha256-")
                            .contains("frame-ancestors 'none'", "base-uri 'none'", "form-action 'self'")
                            .doesNotContain("unsafe", "script", "data:");
                });
        assertThat(page.getHeaders().getCacheControl()).contains("no-store");
        assertThat(page.getBody()).doesNotContain("<script>alert").contains("&lt;script&gt;");
    }

    @ParameterizedTest
    @ValueSource(strings = {"tasklist", "cockpit", "admin", "welcome"})
    void the_web_apps_are_allowed_no_more_than_camunda_ships(String app) {
        var page = WebSession.of(port, "admin").get("/camunda/app/" + app + "/default/");
        assertThat(page.statusCode()).isEqualTo(200);
        Map<String, Set<String>> ours =
                directives(page.headers().firstValue("Content-Security-Policy").orElseThrow());
        Map<String, Set<String>> shipped = directives(ContentSecurityPolicyProvider.HEADER_DEFAULT_VALUE);

        assertThat(shipped).hasSizeGreaterThan(8);
        shipped.forEach((directive, allowed) -> {
            Set<String> fallback = ours.getOrDefault("default-src", Set.of("anything"));
            assertThat(allowed)
                    .as(directive)
                    .containsAll(ours.getOrDefault(directive, directive.endsWith("-src") ? fallback : Set.of()));
        });
        assertThat(ours.keySet())
                .containsAll(shipped.keySet().stream()
                        .filter(directive -> !directive.endsWith("-src"))
                        .toList());
    }

    private static Map<String, Set<String>> directives(String policy) {
        return Arrays.stream(policy.split(";"))
                .map(String::strip)
                .filter(directive -> !directive.isEmpty())
                .collect(Collectors.toMap(
                        directive -> directive.split("\\s+")[0], directive -> Arrays.stream(directive.split("\\s+"))
                                .skip(1)
                                .map(source -> source.startsWith("'nonce-") ? "$NONCE" : source)
                                .filter(source -> !source.equals("'none'"))
                                .collect(Collectors.toSet())));
    }

    private static void assertStrict(HttpHeaders headers) {
        assertThat(headers.get("X-Content-Type-Options")).containsExactly("nosniff");
        assertThat(headers.get("X-Frame-Options")).containsExactly("DENY");
        assertThat(headers.getFirst("Permissions-Policy")).contains("camera=()", "geolocation=()", "microphone=()");
        assertThat(headers.get("Cross-Origin-Opener-Policy")).containsExactly("same-origin");
        assertThat(headers.get("Cross-Origin-Resource-Policy")).containsExactly("same-origin");
        assertThat(headers.getFirst("Referrer-Policy")).isIn("same-origin", "no-referrer");
        assertThat(headers.get("Server")).isNull();
    }
}
