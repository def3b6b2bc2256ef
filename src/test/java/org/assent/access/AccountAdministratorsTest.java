package org.assent.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.camunda.bpm.engine.IdentityService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
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
import org.springframework.http.MediaType;

/** Who administers accounts raises nobody, and everybody has their own account without a grant. */
@Tag("once")
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT, properties = "assent.test.desk=access")
class AccountAdministratorsTest {

    private static final String FIRST = "Quite-long-and-dull-1";
    private static final String SECOND = "Quite-long-and-dull-2";

    @Autowired
    TestRestTemplate web;

    @Autowired
    IdentityService identity;

    @BeforeEach
    void anOfficialIsNew() {
        assertThat(status(
                        "account-admin",
                        HttpMethod.POST,
                        "/user/create",
                        "{\"profile\":{\"id\":\"new-official\",\"firstName\":\"New\",\"lastName\":\"Official\"},\"credentials\":{\"password\":\"%s\"}}"
                                .formatted(FIRST)))
                .isEqualTo(204);
    }

    @AfterEach
    void asItWas() {
        for (String user : List.of("new-official", "camunda-admin")) {
            identity.deleteUser(user);
        }
        identity.deleteGroup("trial-group");
    }

    @Test
    void an_account_is_made_given_a_group_and_an_economy_and_closed() {
        assertThat(status("account-admin", HttpMethod.PUT, "/group/npo-liaison/members/new-official", "{}"))
                .isEqualTo(204);
        assertThat(status("account-admin", HttpMethod.PUT, "/tenant/NP/user-members/new-official", "{}"))
                .isEqualTo(204);
        assertThat(status(
                        "account-admin",
                        HttpMethod.PUT,
                        "/user/new-official/credentials",
                        "{\"password\":\"%s\",\"authenticatedUserPassword\":\"demo\"}".formatted(SECOND)))
                .isEqualTo(204);
        assertThat(identity.checkPassword("new-official", SECOND)).isTrue();
        assertThat(status("account-admin", HttpMethod.DELETE, "/group/npo-liaison/members/new-official", ""))
                .isEqualTo(204);
        assertThat(status("account-admin", HttpMethod.DELETE, "/user/new-official", ""))
                .isEqualTo(204);
    }

    @ParameterizedTest
    @CsvSource({
        "PUT, /group/camunda-admin/members/account-admin",
        "PUT, /group/camunda-admin/members/new-official",
        "PUT, /group/account-administrators/members/new-official",
        "DELETE, /group/camunda-admin/members/admin",
        "DELETE, /group/account-administrators/members/account-admin",
        "PUT, /group/auditors/members/account-admin",
        "PUT, /group/auditors/members/admin",
        "PUT, /tenant/NP/user-members/account-admin",
        "PUT, /tenant/NP/group-members/account-administrators",
        "DELETE, /user/admin",
        "DELETE, /user/account-admin",
        "DELETE, /group/camunda-admin",
        "DELETE, /group/auditors",
        "DELETE, /tenant/NP",
        "POST, /user/admin/unlock"
    })
    void nobody_is_raised_and_no_administrator_is_touched(HttpMethod method, String path) {
        assertThat(status("account-admin", method, path, "{}")).isIn(403, 422);
    }

    @Test
    void an_administrator_s_account_is_not_taken_over() {
        assertThat(status(
                        "account-admin",
                        HttpMethod.PUT,
                        "/user/admin/credentials",
                        "{\"password\":\"%s\",\"authenticatedUserPassword\":\"demo\"}".formatted(FIRST)))
                .isEqualTo(422);
        assertThat(status(
                        "account-admin",
                        HttpMethod.PUT,
                        "/user/admin/profile",
                        "{\"id\":\"admin\",\"firstName\":\"Mine\",\"lastName\":\"Now\",\"email\":\"me@example.org\"}"))
                .isEqualTo(422);
        assertThat(identity.checkPassword("admin", "demo")).isTrue();
        assertThat(
                        status(
                                "account-admin",
                                HttpMethod.POST,
                                "/authorization/create",
                                "{\"type\":1,\"permissions\":[\"ALL\"],\"userId\":\"account-admin\",\"resourceType\":6,\"resourceId\":\"*\"}"))
                .isEqualTo(403);
        assertThat(status(
                        "account-admin",
                        HttpMethod.PUT,
                        "/group/camunda-admin",
                        "{\"id\":\"camunda-admin\",\"name\":\"Nobody\",\"type\":\"SYSTEM\"}"))
                .isEqualTo(422);
    }

    @Test
    void a_group_can_be_added_and_grants_nothing() {
        assertThat(status(
                        "account-admin",
                        HttpMethod.POST,
                        "/group/create",
                        "{\"id\":\"trial-group\",\"name\":\"Trial\",\"type\":\"WORKFLOW\"}"))
                .isEqualTo(204);
        assertThat(status("account-admin", HttpMethod.PUT, "/group/trial-group/members/new-official", "{}"))
                .isEqualTo(204);
        assertThat(body("new-official", FIRST, "/process-definition/count")).isEqualTo("{\"count\":0}");
    }

    @Test
    void everybody_reads_and_edits_their_own_account_and_no_other() {
        assertThat(body("new-official", FIRST, "/user/new-official/profile")).contains("\"lastName\":\"Official\"");
        assertThat(body("new-official", FIRST, "/user")).isEqualTo("[]");
        assertThat(body("new-official", FIRST, "/group")).isEqualTo("[]");
        assertThat(body("new-official", FIRST, "/tenant")).isEqualTo("[]");
        assertThat(body("new-official", FIRST, "/user/npo-lk/profile")).doesNotContain("Sri Lanka");
        assertThat(web.withBasicAuth("new-official", FIRST)
                        .exchange(
                                "/engine-rest/user/new-official/credentials",
                                HttpMethod.PUT,
                                json("{\"password\":\"%s\",\"authenticatedUserPassword\":\"%s\"}"
                                        .formatted(SECOND, FIRST)),
                                String.class)
                        .getStatusCode()
                        .value())
                .isEqualTo(204);
        assertThat(identity.checkPassword("new-official", SECOND)).isTrue();
        assertThat(web.withBasicAuth("new-official", SECOND)
                        .exchange("/engine-rest/user/new-official", HttpMethod.DELETE, json(""), String.class)
                        .getStatusCode()
                        .value())
                .as("an account is closed by somebody else")
                .isIn(403, 422);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/task/count",
                "/process-instance/count",
                "/history/process-instance/count",
                "/history/task/count",
                "/history/variable-instance/count",
                "/variable-instance/count",
                "/process-definition/count",
                "/deployment/count"
            })
    void who_administers_accounts_sees_no_case(String path) {
        assertThat(body("account-admin", "demo", path)).isEqualTo("{\"count\":0}");
    }

    private int status(String user, HttpMethod method, String path, String body) {
        return web.withBasicAuth(user, "demo")
                .exchange("/engine-rest" + path, method, json(body), String.class)
                .getStatusCode()
                .value();
    }

    private String body(String user, String password, String path) {
        return String.valueOf(web.withBasicAuth(user, password)
                .getForEntity("/engine-rest" + path, String.class)
                .getBody());
    }

    private static HttpEntity<String> json(String body) {
        HttpHeaders headers = new HttpHeaders();
        headers.setContentType(MediaType.APPLICATION_JSON);
        return new HttpEntity<>(body, headers);
    }
}
