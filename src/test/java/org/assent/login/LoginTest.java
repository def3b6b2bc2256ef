package org.assent.login;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import org.assent.engine.HousePasswords;
import org.camunda.bpm.engine.IdentityService;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;

@Tag("once")
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT, properties = "assent.test.desk=access")
@ExtendWith(OutputCaptureExtension.class)
class LoginTest {

    private static final String WHO_AM_I = "/camunda/api/admin/auth/user/default";
    private static final String TASKLIST = "/camunda/app/tasklist/default/";

    private static final String CREDENTIALS = "/camunda/api/engine/engine/default/user/%s/credentials";

    @LocalServerPort
    int port;

    @Autowired
    IdentityService identity;

    @Autowired
    JdbcTemplate database;

    @Test
    void one_login_opens_every_web_app_and_its_answers() {
        WebSession admin = WebSession.of(port, "admin");

        for (String app : List.of("tasklist", "cockpit", "admin", "welcome")) {
            assertThat(admin.get("/camunda/app/" + app + "/default/").statusCode())
                    .as(app)
                    .isEqualTo(200);
        }
        assertThat(admin.ask(WHO_AM_I).body()).contains("\"admin\"");
        assertThat(admin.post("/camunda/api/engine/engine/default/task/count", "{}")
                        .statusCode())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({"programme-officer, tasklist", "auditor, cockpit", "admin, tasklist"})
    void the_first_page_is_where_somebody_works(String user, String app) {
        assertThat(WebSession.of(port, user).get("/").headers().firstValue("Location"))
                .hasValueSatisfying(place -> assertThat(place).endsWith("/camunda/app/" + app + "/default/"));
    }

    @Test
    void a_page_leads_to_the_login_and_back_and_a_script_is_told_401() {
        WebSession nobody = new WebSession(port);

        var page = nobody.get(TASKLIST);
        assertThat(page.statusCode()).isEqualTo(302);
        String login = page.headers().firstValue("Location").orElse("");
        assertThat(login).endsWith("/login?to=%2Fcamunda%2Fapp%2Ftasklist%2Fdefault%2F");
        String path = login.replaceFirst("^https?://[^/]+", "");
        var back = nobody.form(path, path, "npo-lk", "demo");
        assertThat(back.headers().firstValue("Location"))
                .hasValueSatisfying(to -> assertThat(to).endsWith(TASKLIST));

        var script = new WebSession(port).ask("/camunda/api/engine/engine/default/task");
        assertThat(script.statusCode()).isEqualTo(401);
        // a browser would ask for a password by itself
        assertThat(script.headers().firstValue("WWW-Authenticate")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://evil.example/",
                "//evil.example/camunda/app/tasklist/default/",
                "/logout",
                "/camunda/app/tasklist/../../logout",
                "/camunda/app/tasklist/default/%0d%0aX: y"
            })
    void a_login_leads_to_no_other_place(String place) {
        WebSession official = new WebSession(port);
        String path = "/login?to=" + java.net.URLEncoder.encode(place, StandardCharsets.UTF_8);

        assertThat(official.form(path, path, "npo-lk", "demo").headers().firstValue("Location"))
                .hasValueSatisfying(to -> assertThat(to.replaceFirst("^http://127.0.0.1:" + port, ""))
                        .isEqualTo("/"));
    }

    @Test
    void a_session_is_new_at_login_and_its_cookie_is_closed_to_scripts_and_other_sites() {
        WebSession official = new WebSession(port);
        official.get("/login");
        String before = official.cookie("JSESSIONID");

        var answer = official.login("npo-lk", "demo");

        assertThat(before).isNotEmpty();
        assertThat(official.cookie("JSESSIONID")).isNotEmpty().isNotEqualTo(before);
        assertThat(answer.headers().allValues("Set-Cookie")).anySatisfy(cookie -> assertThat(cookie)
                .startsWith("JSESSIONID=")
                .contains("HttpOnly")
                .contains("SameSite=Strict"));
        WebSession fixed = new WebSession(port);
        fixed.take("JSESSIONID", before);
        assertThat(fixed.ask(WHO_AM_I).statusCode()).isEqualTo(401);
        assertThat(official.ask(WHO_AM_I).statusCode()).isEqualTo(200);
    }

    @Test
    void nothing_of_somebody_s_session_is_left_to_whoever_logs_in_after_them() {
        WebSession shared = WebSession.of(port, "admin");
        String before = shared.cookie("JSESSIONID");
        // the page is for nobody who is logged in, so a second login is sent without it
        var second = shared.send(shared.request("/login")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("username=npo-lk&password=demo")));

        assertThat(second.statusCode()).isEqualTo(403);
        assertThat(shared.cookie("JSESSIONID")).isEqualTo(before);
        assertThat(shared.ask(WHO_AM_I).body()).contains("\"admin\"");
    }

    @Test
    void logging_out_in_a_web_app_ends_everything_and_the_browser_forgets_drafts() {
        WebSession official = WebSession.of(port, "npo-lk");
        String session = official.cookie("JSESSIONID");

        var answer = official.post(WHO_AM_I + "/logout", "");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Clear-Site-Data")).hasValue("\"storage\"");
        assertThat(answer.headers().firstValue(Logout.NEXT)).hasValue("/login?left");
        WebSession thief = new WebSession(port);
        thief.take("JSESSIONID", session);
        assertThat(thief.ask(WHO_AM_I).statusCode()).isEqualTo(401);
        assertThat(thief.get(TASKLIST).statusCode()).isEqualTo(302);
    }

    @Test
    void without_a_script_one_logs_out_on_a_page() {
        WebSession official = WebSession.of(port, "npo-lk");
        assertThat(official.get("/logout").body()).contains("npo-lk");

        // what another site makes a browser send carries no token
        assertThat(official.send(official.request("/logout").POST(BodyPublishers.noBody()))
                        .statusCode())
                .isEqualTo(403);
        assertThat(official.ask(WHO_AM_I).statusCode()).isEqualTo(200);
        var answer = official.form("/logout", "/logout", "", "");

        assertThat(answer.headers().firstValue("Location"))
                .hasValueSatisfying(to -> assertThat(to).endsWith("/login?left"));
        assertThat(answer.headers().firstValue("Clear-Site-Data")).hasValue("\"storage\"");
        assertThat(official.ask(WHO_AM_I).statusCode()).isEqualTo(401);
    }

    @Test
    void the_web_apps_own_login_is_shut() {
        WebSession nobody = new WebSession(port);
        var answer = nobody.send(nobody.request(WHO_AM_I + "/login/tasklist")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("username=admin&password=demo")));
        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(WebSession.of(port, "npo-lk")
                        .post(WHO_AM_I + "/login/tasklist", "")
                        .statusCode())
                .isEqualTo(403);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/engine-rest/task", "/engine-rest/user/admin/profile", "/api/notifications"})
    void a_session_s_cookie_is_nothing_to_the_apis_of_programs(String path) {
        WebSession admin = WebSession.of(port, "admin");

        assertThat(admin.ask(path).statusCode()).isEqualTo(401);
        assertThat(admin.ask(path).headers().firstValue("Set-Cookie")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "/camunda/api/engine/engine/default/task/count, Origin, https://evil.example",
        "/camunda/api/engine/engine/default/task/count, Origin, null",
        "/camunda/api/engine/engine/default/task/count, Sec-Fetch-Site, cross-site",
        "/camunda/api/admin/auth/user/default/logout, Origin, https://evil.example",
        "/camunda/api/tasklist/plugin/assent/default/clock/next, Sec-Fetch-Site, same-site",
        "/login, Origin, https://evil.example",
        "/logout, Sec-Fetch-Site, cross-site"
    })
    void what_another_site_sends_is_refused_even_with_the_right_token(String path, String header, String value) {
        WebSession admin = WebSession.of(port, "admin");

        var answer = admin.send(admin.request(path)
                .header("Content-Type", "application/json")
                .header("X-XSRF-TOKEN", admin.cookie("XSRF-TOKEN"))
                .header(header, value)
                .POST(BodyPublishers.ofString("{}")));

        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.body()).contains("another site");
        assertThat(admin.ask(WHO_AM_I).statusCode()).isEqualTo(200);
    }

    @Test
    void a_post_without_the_web_apps_token_is_refused() {
        WebSession admin = WebSession.of(port, "admin");
        assertThat(admin.send(admin.request("/camunda/api/engine/engine/default/task/count")
                                .header("Content-Type", "application/json")
                                .POST(BodyPublishers.ofString("{}")))
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    void remembered_basic_credentials_are_of_no_use_to_another_site() {
        WebSession browser = new WebSession(port);
        assertThat(browser.send(browser.request("/engine-rest/task/count")
                                .header("Authorization", basic("admin", "demo"))
                                .header("Content-Type", "application/json")
                                .header("Origin", "https://evil.example")
                                .POST(BodyPublishers.ofString("{}")))
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    void a_group_taken_away_ends_the_session_and_one_added_counts_at_once() {
        String cockpit = "/camunda/app/cockpit/default/";
        identity.deleteMembership("process-owner", "process-owners");
        WebSession official = WebSession.of(port, "process-owner");
        try {
            assertThat(official.get(cockpit).statusCode()).isEqualTo(403);
        } finally {
            identity.createMembership("process-owner", "process-owners");
        }
        assertThat(official.get(cockpit).statusCode()).isEqualTo(200);

        identity.deleteMembership("process-owner", "process-owners");
        try {
            assertThat(official.ask(WHO_AM_I).statusCode()).isEqualTo(401);
        } finally {
            identity.createMembership("process-owner", "process-owners");
        }
        assertThat(official.ask(WHO_AM_I).statusCode()).as("it is over").isEqualTo(401);
    }

    @Test
    void a_new_password_ends_every_other_session_and_one_s_own_goes_on_under_another_name() {
        String first = "Quite-long-and-dull-1";
        String second = "Quite-long-and-dull-2";
        somebody("changes-mind", first);
        try {
            WebSession own = WebSession.of(port, "changes-mind", first);
            WebSession other = WebSession.of(port, "changes-mind", first);
            WebSession thief = new WebSession(port);
            String before = own.cookie("JSESSIONID");
            thief.take("JSESSIONID", before);
            assertThat(other.ask(WHO_AM_I).statusCode()).isEqualTo(200);
            assertThat(thief.ask(WHO_AM_I).statusCode()).isEqualTo(200);

            var wrong = own.send("PUT", CREDENTIALS.formatted("changes-mind"), passwords(second, "wrong"));
            assertThat(wrong.statusCode()).isEqualTo(400);
            assertThat(other.ask(WHO_AM_I).statusCode()).isEqualTo(200);
            // a wrong password makes the account wait
            identity.unlockUser("changes-mind");

            assertThat(own.send("PUT", CREDENTIALS.formatted("changes-mind"), passwords(second, first))
                            .statusCode())
                    .isEqualTo(204);

            assertThat(own.cookie("JSESSIONID")).isNotEmpty().isNotEqualTo(before);
            assertThat(own.ask(WHO_AM_I).statusCode()).isEqualTo(200);
            assertThat(own.post("/camunda/api/engine/engine/default/task/count", "{}")
                            .statusCode())
                    .as("the web apps' token goes on too")
                    .isEqualTo(200);
            assertThat(other.ask(WHO_AM_I).statusCode()).isEqualTo(401);
            assertThat(other.get(TASKLIST).headers().firstValue("Location"))
                    .hasValueSatisfying(to -> assertThat(to).contains("/login"));
            assertThat(thief.ask(WHO_AM_I).statusCode()).isEqualTo(401);
        } finally {
            identity.deleteUser("changes-mind");
        }
    }

    @Test
    void a_password_set_by_an_administrator_ends_the_sessions_of_its_account_and_no_other() {
        somebody("taken-over", "Quite-long-and-dull-1");
        try {
            WebSession official = WebSession.of(port, "taken-over", "Quite-long-and-dull-1");
            WebSession administrator = WebSession.of(port, "account-admin");

            assertThat(administrator
                            .send(
                                    "PUT",
                                    CREDENTIALS.formatted("taken-over"),
                                    passwords("Quite-long-and-dull-2", "demo"))
                            .statusCode())
                    .isEqualTo(204);

            assertThat(official.ask(WHO_AM_I).statusCode()).isEqualTo(401);
            assertThat(administrator.ask(WHO_AM_I).statusCode()).isEqualTo(200);
        } finally {
            identity.deleteUser("taken-over");
        }
    }

    @Test
    void whoever_mistypes_the_password_of_another_ends_no_session_of_theirs() {
        somebody("often-tried", "Quite-long-and-dull-1");
        try {
            WebSession official = WebSession.of(port, "often-tried", "Quite-long-and-dull-1");
            new WebSession(port).login("often-tried", "wrong");
            assertThat(official.ask(WHO_AM_I).statusCode()).isEqualTo(200);

            database.update("update ACT_ID_USER set ATTEMPTS_ = 10 where ID_ = 'often-tried'");
            assertThat(official.ask(WHO_AM_I).statusCode()).isEqualTo(200);
        } finally {
            identity.deleteUser("often-tried");
        }
    }

    private void somebody(String id, String password) {
        var user = identity.newUser(id);
        user.setFirstName("Some");
        user.setLastName("Body");
        user.setPassword(password);
        identity.saveUser(user);
    }

    private static String passwords(String next, String now) {
        return "{\"password\":\"%s\",\"authenticatedUserPassword\":\"%s\"}".formatted(next, now);
    }

    @Test
    void who_is_deleted_is_logged_out_with_the_next_request() {
        var user = identity.newUser("for-a-day");
        user.setPassword("demo");
        HousePasswords.saveWithAnyPassword(identity, user);
        WebSession official = WebSession.of(port, "for-a-day");
        assertThat(official.ask(WHO_AM_I).statusCode()).isEqualTo(200);

        identity.deleteUser("for-a-day");

        assertThat(official.ask(WHO_AM_I).statusCode()).isEqualTo(401);
        assertThat(official.get(TASKLIST).statusCode()).isEqualTo(302);
        somebody("for-a-day", "Quite-long-and-dull-1");
        assertThat(official.ask(WHO_AM_I).statusCode())
                .as("whoever is called the same is somebody else")
                .isEqualTo(401);
        identity.deleteUser("for-a-day");
    }

    @Test
    void a_refused_login_is_logged_without_what_was_typed(CapturedOutput log) {
        WebSession somebody = new WebSession(port);
        var user = identity.newUser("mistyped");
        user.setPassword("demo");
        HousePasswords.saveWithAnyPassword(identity, user);

        var known = somebody.login("mistyped", "my secret word");
        var unknown = somebody.login("Tr0ub4dor-typed-in-the-wrong-field", "x");

        identity.deleteUser("mistyped");
        assertThat(known.statusCode()).isEqualTo(401);
        assertThat(said(known)).isEqualTo(said(unknown)).startsWith("User id or password is wrong.");
        assertThat(log.getAll())
                .contains("Login refused from 127.0.0.1 for “mistyped”")
                .contains("Login refused from 127.0.0.1 for an unknown user")
                .doesNotContain("my secret word")
                .doesNotContain("Tr0ub4dor");
    }

    @Test
    void a_flood_of_wrong_passwords_from_one_address_waits_and_nobody_else_does() throws Exception {
        String flood = "127.0.0.77";
        for (int i = 0; i < 30; i++) {
            assertThat(basicFrom(flood, "nobody-" + i, "wrong", "10.0.0." + i)).contains(" 401 ");
        }
        // right credentials wait too, or they could be told from wrong ones; and nobody says where they come from
        assertThat(basicFrom(flood, "npo-lk", "demo", "10.9.9.9"))
                .contains(" 429 ")
                .contains("Retry-After: 600");
        assertThat(basicFrom("127.0.0.78", "npo-lk", "demo", flood)).contains(" 200 ");
    }

    @Test
    void an_account_waits_after_wrong_passwords_from_wherever() throws Exception {
        var user = identity.newUser("often-guessed");
        user.setPassword("right");
        HousePasswords.saveWithAnyPassword(identity, user);
        try {
            basicFrom("127.0.0.81", "often-guessed", "wrong", "-");
            assertThat(basicFrom("127.0.0.82", "often-guessed", "right", "-")).contains(" 401 ");
        } finally {
            identity.deleteUser("often-guessed");
        }
    }

    @Test
    void camunda_modeler_deploys_with_basic_credentials() {
        var answer = Modeler.deploy(port, basic("admin", "demo"));

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(Modeler.deploy(port, basic("npo-lk", "demo")).statusCode()).isEqualTo(403);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/engine-rest/identity/verify", "/camunda/api/engine/engine/default/identity/verify"})
    void nobody_asks_whether_somebody_s_password_is_right(String path) {
        WebSession official = WebSession.of(port, "npo-lk");
        String guess = "{\"username\": \"admin\", \"password\": \"demo\"}";

        for (String password : List.of("demo", "a wrong guess")) {
            HttpResponse<String> answer = official.send(official.request(path)
                    .header("Content-Type", "application/json")
                    .header("X-XSRF-TOKEN", official.cookie("XSRF-TOKEN"))
                    .header("Authorization", basic("npo-lk", "demo"))
                    .POST(BodyPublishers.ofString(guess.replace("demo", password))));

            assertThat(answer.statusCode()).as(answer.body()).isIn(403, 422);
            assertThat(answer.body()).doesNotContain("authenticated");
        }
    }

    @Test
    void the_login_page_needs_no_script_and_allows_no_stranger_s() {
        HttpResponse<String> page = new WebSession(port).get("/login");

        assertThat(page.headers().firstValue("Content-Security-Policy")).hasValueSatisfying(policy -> assertThat(policy)
                .contains("default-src 'none'")
                .contains("frame-ancestors 'none'")
                .doesNotContain("unsafe"));
        assertThat(page.headers().firstValue("Cache-Control"))
                .hasValueSatisfying(held -> assertThat(held).contains("no-store"));
        assertThat(page.body())
                .contains("lang=\"en\"")
                .doesNotContain("onclick")
                .doesNotContain("style=");
    }

    private static String said(HttpResponse<String> page) {
        return page.body().replaceAll("(?s).*role=\"alert\">([^<]*)<.*", "$1");
    }

    private static String basic(String user, String password) {
        return "Basic " + Base64.getEncoder().encodeToString((user + ":" + password).getBytes(StandardCharsets.UTF_8));
    }

    /** From an address of this machine's own choice; what the answer says. */
    private String basicFrom(String address, String user, String password, String forwarded) throws IOException {
        try (Socket socket = new Socket(InetAddress.getByName("127.0.0.1"), port, InetAddress.getByName(address), 0)) {
            socket.getOutputStream()
                    .write(("GET /engine-rest/task/count HTTP/1.1\r\nHost: 127.0.0.1:" + port + "\r\nX-Forwarded-For: "
                                    + forwarded + "\r\nAuthorization: " + basic(user, password)
                                    + "\r\nConnection: close\r\n\r\n")
                            .getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
