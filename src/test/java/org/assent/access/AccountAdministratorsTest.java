package org.assent.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.assent.login.WebSession;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.identity.Tenant;
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
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.HttpEntity;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Who administers accounts raises nobody; everybody reads their own account and changes nothing of it but the password. */
@Tag("once")
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT, properties = "assent.test.desk=access")
class AccountAdministratorsTest {

    private static final String FIRST = "Quite-long-and-dull-1";
    private static final String SECOND = "Quite-long-and-dull-2";

    private static final String WEB_APPS = "/camunda/api/engine/engine/default";

    @LocalServerPort
    int port;

    @Autowired
    TestRestTemplate web;

    @Autowired
    IdentityService identity;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    JdbcClient database;

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
        for (String user : List.of("new-official", "newer-official", "camunda-admin")) {
            identity.deleteUser(user);
        }
        identity.deleteGroup("trial-group");
    }

    /** Who works for one economy does not see those of the others by a second group. */
    @Test
    void nobody_works_for_one_economy_and_sees_all() {
        assertThat(status("account-admin", HttpMethod.PUT, "/group/npo-heads/members/new-official", "{}"))
                .isEqualTo(204);
        for (String wide : List.of("programme-officers", "cabinet-reviewers", "accounts")) {
            assertThat(status("account-admin", HttpMethod.PUT, "/group/" + wide + "/members/new-official", "{}"))
                    .as(wide)
                    .isEqualTo(422);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "POST | /user/create | {'profile':{'id':'NEW-official','firstName':'N','lastName':'O'},'credentials':{'password':'Quite-long-and-dull-1'}} | 422",
                "POST | /user/create | {'profile':{'id':'Auditors','firstName':'N','lastName':'O'},'credentials':{'password':'Quite-long-and-dull-1'}} | 422",
                "POST | /user/create | {'profile':{'id':'a/b','firstName':'N','lastName':'O'},'credentials':{'password':'Quite-long-and-dull-1'}} | 422",
                "POST | /group/create | {'id':'HOST','name':'Host'} | 422",
                "POST | /group/create | {'id':'*','name':'All'} | 422",
                "POST | /group/create | null | 400",
                "POST | /user/create | null | 400",
                "PUT | /group/nobody-knows-it/members/new-official | {} | 422",
                "PUT | /group/host/members/nobody-knows-them | {} | 422",
            })
    void what_cannot_be_an_account_or_a_group_is_refused_in_words(String method, String path, String body, int status) {
        var answer = web.withBasicAuth("account-admin", "demo")
                .exchange(
                        "/engine-rest" + path, HttpMethod.valueOf(method), json(body.replace('\'', '"')), String.class);
        assertThat(answer.getStatusCode().value()).as(answer.getBody()).isEqualTo(status);
        assertThat(answer.getBody()).doesNotContain("Exception", "went wrong");
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

    @ParameterizedTest
    @CsvSource({
        "'', NP, /group/auditors/members/new-official, one economy or ministry",
        "'', NP, /group/programme-officers/members/new-official, one economy or ministry",
        "'', industries, /group/cabinet-reviewers/members/new-official, one economy or ministry",
        "auditors, '', /tenant/NP/user-members/new-official, one economy or ministry",
        "secretary-general, '', /tenant/NP/user-members/new-official, one economy or ministry",
        "national-committee, '', /tenant/industries/user-members/new-official, one economy or ministry",
        "npo-liaison, NP, /tenant/LK/user-members/new-official, one economy or ministry",
        "'', '', /tenant/NP/group-members/npo-liaison, where its rights are",
        "auditors, '', /group/npo-liaison/members/new-official, change nothing",
        "auditors, '', /group/programme-officers/members/new-official, change nothing",
        "auditors, '', /group/process-owners/members/new-official, change nothing",
        "auditors, '', /group/trial-group/members/new-official, change nothing",
        "programme-officers, '', /group/auditors/members/new-official, change nothing",
        "process-owners, '', /group/auditors/members/new-official, change nothing",
        "trial-group, '', /group/auditors/members/new-official, change nothing",
        "'', '', /group/acting-nomination/members/new-official, the desk lends it",
        "npo-liaison, NP, /group/acting-screening/members/new-official, the desk lends it"
    })
    void what_excludes_each_other_is_given_to_nobody_by_no_administrator(
            String group, String tenant, String path, String sentence) {
        var trial = identity.newGroup("trial-group");
        trial.setName("Trial");
        identity.saveGroup(trial);
        if (!group.isEmpty()) {
            identity.createMembership("new-official", group);
        }
        if (!tenant.isEmpty()) {
            identity.createTenantUserMembership(tenant, "new-official");
        }
        for (String administrator : List.of("account-admin", "admin")) {
            assertThat(answer(administrator, HttpMethod.PUT, path, "{}"))
                    .contains("\"type\":\"Refusal\"")
                    .contains(
                            administrator.equals("account-admin") && (group + path).contains("auditors")
                                    ? "by an administrator of the desk"
                                    : sentence);
            assertThat(WebSession.of(port, administrator)
                            .send("PUT", WEB_APPS + path, "{}")
                            .statusCode())
                    .isEqualTo(422);
        }
        assertThat(identity.createGroupQuery().groupMember("new-official").list())
                .extracting(Group::getId)
                .containsExactlyElementsOf(group.isEmpty() ? List.of() : List.of(group));
        assertThat(identity.createTenantQuery().userMember("new-official").list())
                .extracting(Tenant::getId)
                .containsExactlyElementsOf(tenant.isEmpty() ? List.of() : List.of(tenant));
    }

    @Test
    void an_administrator_of_accounts_or_of_the_desk_is_made_no_official_and_the_reverse() {
        identity.createMembership("new-official", "npo-liaison");
        for (String group : List.of("account-administrators", "camunda-admin")) {
            assertThat(answer("admin", HttpMethod.PUT, "/group/" + group + "/members/new-official", "{}"))
                    .contains("Administrators see no cases");
        }
        for (String user : List.of("account-admin", "admin")) {
            assertThat(answer("admin", HttpMethod.PUT, "/group/programme-officers/members/" + user, "{}"))
                    .contains("Administrators see no cases");
            assertThat(answer("admin", HttpMethod.PUT, "/group/auditors/members/" + user, "{}"))
                    .contains("Auditors read everything and change nothing");
        }
        assertThat(answer("account-admin", HttpMethod.PUT, "/group/process-owners/members/account-admin", "{}"))
                .as("whoever administers accounts is put into no group by themselves")
                .contains("changed by an administrator of the desk");
    }

    @Test
    void what_goes_together_is_given_and_a_wrong_one_is_taken_away() {
        assertThat(status("account-admin", HttpMethod.PUT, "/group/npo-liaison/members/new-official", "{}"))
                .isEqualTo(204);
        assertThat(status("account-admin", HttpMethod.PUT, "/group/host/members/new-official", "{}"))
                .isEqualTo(204);
        assertThat(status("account-admin", HttpMethod.PUT, "/tenant/NP/user-members/new-official", "{}"))
                .isEqualTo(204);
        identity.createMembership("new-official", "auditors");
        identity.createMembership("new-official", "acting-nomination");
        assertThat(status("admin", HttpMethod.DELETE, "/group/auditors/members/new-official", ""))
                .isEqualTo(204);
        assertThat(status("account-admin", HttpMethod.DELETE, "/group/acting-nomination/members/new-official", ""))
                .isEqualTo(204);
    }

    /** Else whoever makes accounts makes one that reads every candidate's data, and logs in with it. */
    @Test
    void who_reads_all_cases_is_appointed_by_the_desk_s_administrator_alone() {
        assertThat(answer("account-admin", HttpMethod.PUT, "/group/auditors/members/new-official", "{}"))
                .contains("Who is an auditor");
        assertThat(status("admin", HttpMethod.PUT, "/group/auditors/members/new-official", "{}"))
                .isEqualTo(204);

        assertThat(answer(
                        "account-admin",
                        HttpMethod.PUT,
                        "/user/new-official/credentials",
                        "{\"password\":\"%s\",\"authenticatedUserPassword\":\"demo\"}".formatted(SECOND)))
                .contains("The account of an auditor");
        assertThat(answer("account-admin", HttpMethod.DELETE, "/user/new-official", ""))
                .contains("The account of an auditor");
        assertThat(identity.checkPassword("new-official", FIRST)).isTrue();
    }

    /** Each alone would be right. */
    @Test
    void of_two_groups_that_exclude_each_other_and_are_given_at_the_same_instant_one_is_refused() throws Exception {
        ExecutorService others = Executors.newSingleThreadExecutor();
        try {
            Future<?> second = transaction.execute(status -> {
                asAdministrator("auditors");
                Future<?> begun = others.submit(() -> asAdministrator("programme-officers"));
                await().until(() -> begun.isDone() || somebodyWaits());
                return begun;
            });

            assertThatThrownBy(() -> second.get(10, TimeUnit.SECONDS)).hasMessageContaining("change nothing");
        } finally {
            others.shutdownNow();
        }
        assertThat(identity.createGroupQuery().groupMember("new-official").list())
                .extracting(Group::getId)
                .containsExactly("auditors");
    }

    private void asAdministrator(String group) {
        identity.setAuthentication("admin", List.of("camunda-admin"));
        try {
            identity.createMembership("new-official", group);
        } finally {
            identity.clearAuthentication();
        }
    }

    /** For a row that another transaction holds. */
    private boolean somebodyWaits() {
        return database.sql(
                                "postgres".equals(System.getProperty("assent.database"))
                                        ? "select count(*) from pg_locks where not granted"
                                        : "select count(*) from information_schema.sessions where blocker_id is not null")
                        .query(Integer.class)
                        .single()
                > 0;
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
    void everybody_reads_their_own_account_and_no_other_and_changes_their_own_password() {
        assertThat(body("new-official", FIRST, "/user/new-official/profile")).contains("\"lastName\":\"Official\"");
        assertThat(body("new-official", FIRST, "/user")).isEqualTo("[]");
        assertThat(body("new-official", FIRST, "/group")).isEqualTo("[]");
        assertThat(body("new-official", FIRST, "/tenant")).isEqualTo("[]");
        assertThat(body("new-official", FIRST, "/user/npo-lk/profile")).doesNotContain("Sri Lanka");
        changesTheirOwnPassword();
        assertThat(web.withBasicAuth("new-official", SECOND)
                        .exchange("/engine-rest/user/new-official", HttpMethod.DELETE, json(""), String.class)
                        .getStatusCode()
                        .value())
                .as("an account is closed by somebody else")
                .isIn(403, 422);
    }

    @ParameterizedTest
    @CsvSource({
        "npo-np, Somebody, Else, npo-np@example.org",
        "npo-np, Liaison Officer, Nepal, somebody@example.org",
        "auditor, Chief, Auditor,",
        "account-admin, My, Own,"
    })
    void nobody_changes_their_own_name_or_address_on_either_root(String user, String first, String last, String mail) {
        var before = identity.createUserQuery().userId(user).singleResult();
        String body = profile(user, first, last, mail);

        assertThat(answer(user, HttpMethod.PUT, "/user/" + user + "/profile", body))
                .contains("kept by the administrators");
        var session = WebSession.of(port, user).send("PUT", WEB_APPS + "/user/" + user + "/profile", body);
        assertThat(session.statusCode()).isEqualTo(422);
        assertThat(session.body()).contains("Your name and e-mail address are kept by the administrators of accounts.");

        var after = identity.createUserQuery().userId(user).singleResult();
        assertThat(after.getFirstName() + after.getLastName() + after.getEmail())
                .isEqualTo(before.getFirstName() + before.getLastName() + before.getEmail());
    }

    private void changesTheirOwnPassword() {
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
    }

    @Test
    void auditors_change_their_own_password_and_nothing_else() {
        identity.createMembership("new-official", "auditors");

        assertThat(web.withBasicAuth("new-official", FIRST)
                        .exchange(
                                "/engine-rest/user/new-official/profile",
                                HttpMethod.PUT,
                                json(profile("new-official", "Chief", "Auditor", null)),
                                String.class)
                        .getStatusCode()
                        .value())
                .isEqualTo(422);
        changesTheirOwnPassword();
    }

    @ParameterizedTest
    @CsvSource({
        "<b>New</b>, Official,, without markup",
        "New, <img src=x onerror=alert(1)>,, without markup",
        "New, Official&#60;script&#62;,, without markup",
        "New, Offi\\ncial,, control characters",
        "New, Offi\\u202Ecial,, control characters",
        "New, Offi\\u0000cial,, control characters",
        "New, Official, new@example.org\\nBcc: all@example.org, control characters",
        "New, Official, not an address, no e-mail address",
        "New, Official, 'a@example.org,b@example.org', no e-mail address",
        "New, Official, '<new@example.org>', without markup",
        "'', Official,, first name and the last name",
        "New, ' ',, first name and the last name"
    })
    void a_name_is_a_plain_line_of_text_whoever_writes_it(String first, String last, String mail, String sentence) {
        for (String writer : List.of("account-admin", "admin")) {
            for (String body : List.of(
                    answer(
                            writer,
                            HttpMethod.PUT,
                            "/user/new-official/profile",
                            profile("new-official", first, last, mail)),
                    answer(
                            writer,
                            HttpMethod.POST,
                            "/user/create",
                            "{\"profile\":%s,\"credentials\":{\"password\":\"%s\"}}"
                                    .formatted(profile("newer-official", first, last, mail), FIRST)),
                    WebSession.of(port, writer)
                            .send(
                                    "PUT",
                                    WEB_APPS + "/user/new-official/profile",
                                    profile("new-official", first, last, mail))
                            .body())) {
                assertThat(body).contains("\"type\":\"Refusal\"").contains(sentence);
            }
        }
        var kept = identity.createUserQuery().userId("new-official").singleResult();
        assertThat(kept.getFirstName() + " " + kept.getLastName()).isEqualTo("New Official");
        assertThat(identity.createUserQuery().userId("newer-official").count()).isZero();
    }

    @Test
    void a_name_has_an_end_and_a_right_one_is_kept() {
        assertThat(answer(
                        "account-admin",
                        HttpMethod.PUT,
                        "/user/new-official/profile",
                        profile("new-official", "N".repeat(151), "Official", null)))
                .contains("at most 150 characters");
        assertThat(status(
                        "account-admin",
                        HttpMethod.PUT,
                        "/user/new-official/profile",
                        profile("new-official", "Zoë", "O'Brien < Núñez & 李", "zoe.obrien@example.org")))
                .isEqualTo(204);
        assertThat(identity.createUserQuery()
                        .userId("new-official")
                        .singleResult()
                        .getLastName())
                .isEqualTo("O'Brien < Núñez & 李");
    }

    @Test
    void an_account_is_not_given_the_password_of_another_by_its_user_id() {
        assertThat(answer(
                        "account-admin",
                        HttpMethod.PUT,
                        "/user/npo-np/profile",
                        profile("new-official", "New", "Official", null)))
                .contains("keeps its user id");
        assertThat(answer("auditor", HttpMethod.PUT, "/user/npo-np/profile", profile("auditor", "Any", "Body", null)))
                .contains("keeps its user id");
        assertThat(identity.checkPassword("new-official", FIRST)).isTrue();
    }

    @Test
    void a_group_s_name_is_plain_text_too() {
        assertThat(answer(
                        "account-admin",
                        HttpMethod.POST,
                        "/group/create",
                        "{\"id\":\"trial-group\",\"name\":\"<script>\",\"type\":\"WORKFLOW\"}"))
                .contains("without markup");
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

    private static String profile(String id, String first, String last, String mail) {
        return "{\"id\":\"%s\",\"firstName\":\"%s\",\"lastName\":\"%s\",\"email\":%s}"
                .formatted(id, first, last, mail == null ? "null" : "\"" + mail + "\"");
    }

    private String answer(String user, HttpMethod method, String path, String body) {
        return String.valueOf(web.withBasicAuth(user, "demo")
                .exchange("/engine-rest" + path, method, json(body), String.class)
                .getBody());
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
