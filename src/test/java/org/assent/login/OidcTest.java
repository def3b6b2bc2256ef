package org.assent.login;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.AriaRole;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import no.nav.security.mock.oauth2.MockOAuth2Server;
import no.nav.security.mock.oauth2.token.DefaultOAuth2TokenCallback;
import org.assent.webapp.Desk;
import org.assent.webapp.DeskTest;
import org.assent.webapp.Official;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.identity.Tenant;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** Logins and tokens of a provider process, true and false ones. */
@DeskTest
@Tag("once")
@ActiveProfiles("oidc")
class OidcTest {

    private static final String REALM = "government";
    private static final String CLIENT = "the-desk";
    private static final String WHO_AM_I = "/camunda/api/admin/auth/user/default";
    private static final Map<String, Object> LOGOUT =
            Map.of("events", Map.of("http://schemas.openid.net/event/backchannel-logout", Map.of()));
    private static final MockOAuth2Server PROVIDER = started();

    @LocalServerPort
    int port;

    @Autowired
    IdentityService identity;

    @DynamicPropertySource
    static void provider(DynamicPropertyRegistry settings) {
        settings.add("assent.oidc.issuer", () -> PROVIDER.issuerUrl(REALM).toString());
        settings.add("assent.oidc.client-id", () -> CLIENT);
        settings.add("assent.oidc.client-secret", () -> "of-the-test");
        settings.add("assent.oidc.groups-claim", () -> "realm_access.roles");
        settings.add(
                "assent.oidc.groups",
                () -> "/apo/Programme Office = programme-officers, Audit & Control=auditors, liaison=npo-liaison");
        settings.add("assent.oidc.economies-claim", () -> "economy");
        settings.add("assent.oidc.economies", () -> "Sri Lanka = LK");
        settings.add("assent.oidc.administrators", () -> "head.of.it@example.org");
        settings.add("assent.oidc.programs", () -> "importer");
    }

    private static MockOAuth2Server started() {
        MockOAuth2Server server = new MockOAuth2Server();
        server.start();
        return server;
    }

    @AfterAll
    static void stop() {
        PROVIDER.shutdown();
    }

    @Test
    void an_official_of_the_provider_reaches_tasklist_cockpit_and_rest_and_leaves_both(Desk desk) {
        provide("head.of.it@example.org", Map.of("given_name", "Ayesha", "family_name", "Rahman"));
        Official official = desk.visitor("head.of.it@example.org");
        var page = official.page();
        page.navigate(desk.address() + "/camunda/app/tasklist/default/");
        assertThat(page.getByLabel("Password").count()).isZero();
        official.photograph("login-by-a-provider");
        page.getByText("Log in with your organisation’s account").click();
        page.locator(".task-filters").waitFor();
        official.see("Ayesha Rahman");

        page.navigate(desk.address() + "/camunda/app/cockpit/default/");
        page.locator("text=Running Process Instances")
                .or(page.locator("a[href='#/processes']"))
                .first()
                .waitFor();
        assertThat(call(token("head.of.it@example.org", Map.of()), "/engine-rest/user/count")
                        .statusCode())
                .isEqualTo(200);

        page.locator("li.account > a").first().click();
        page.locator("li.logout a").first().click();
        page.waitForURL(address -> address.contains("endsession") || address.endsWith("/login?left"));
        page.navigate(desk.address() + "/camunda/app/tasklist/default/");
        page.getByText("Log in with your organisation’s account").waitFor();
        assertThat(page.getByRole(AriaRole.ALERT).count()).isZero();

        // and a link to a place within a page leads there, past the provider
        provide("head.of.it@example.org", Map.of());
        page.navigate("about:blank");
        page.navigate(desk.address() + "/camunda/app/cockpit/default/#/processes");
        page.getByText("Log in with your organisation’s account").click();
        page.waitForURL(desk.address() + "/camunda/app/cockpit/default/#/processes");
    }

    /** Without a script there is a link, and nobody is led to another site by it. */
    @Test
    void the_way_back_from_the_provider_leads_to_the_page_that_was_wanted_and_nowhere_else() {
        WebSession official = new WebSession(port);
        official.get("/login?to=/camunda/app/cockpit/default/");
        provide("wayfarer", Map.of());
        assertThat(official.get(callback(official)).headers().firstValue("Location"))
                .hasValueSatisfying(where -> assertThat(where).endsWith("/login/back"));

        assertThat(official.get("/login/back").body()).contains("href=\"/camunda/app/cockpit/default/\"");
        assertThat(official.get("/login/back?to=https://elsewhere.example/").body())
                .contains("href=\"/\"")
                .doesNotContain("elsewhere.example");
        assertThat(new WebSession(port).get("/login/back").statusCode()).isEqualTo(302);
    }

    @Test
    void groups_and_economies_follow_the_provider_s_word_at_each_login() {
        WebSession first = login(
                "liaison.one",
                Map.of(
                        "realm_access",
                        Map.of("roles", List.of("liaison", "camunda-admin", "auditors", "who-knows")),
                        "economy",
                        "Sri Lanka"));

        assertThat(first.ask(WHO_AM_I).body())
                .contains("\"liaison.one\"")
                .contains("tasklist")
                .doesNotContain("admin\"");
        assertThat(groups("liaison.one")).containsExactly("npo-liaison");
        assertThat(economies("liaison.one")).containsExactly("LK");

        login("liaison.one", Map.of("realm_access", Map.of("roles", List.of("Audit & Control"))));

        assertThat(groups("liaison.one")).containsExactly("auditors");
        assertThat(economies("liaison.one")).isEmpty();
        // and the session that was open in another group has ended
        assertThat(first.ask(WHO_AM_I).statusCode()).isEqualTo(401);
    }

    /** What an administrator in Admin is refused, a provider is. */
    @Test
    void claims_that_exclude_each_other_let_nobody_in_and_write_nothing() {
        Map<String, Object> both =
                Map.of("realm_access", Map.of("roles", List.of("Audit & Control", "/apo/Programme Office")));
        assertThat(attempt("two.hats", both).body()).contains("change nothing");
        assertThat(call(token("two.hats", both), "/engine-rest/task").statusCode())
                .isEqualTo(401);
        assertThat(identity.createUserQuery().userId("two.hats").count()).isZero();

        login("one.hat", Map.of("realm_access", Map.of("roles", List.of("liaison")), "economy", "Sri Lanka"));
        assertThat(attempt(
                                "one.hat",
                                Map.of(
                                        "realm_access",
                                        Map.of("roles", List.of("Audit & Control")),
                                        "economy",
                                        List.of("NP")))
                        .body())
                .contains("one economy or ministry");
        assertThat(groups("one.hat")).containsExactly("npo-liaison");
        assertThat(economies("one.hat")).containsExactly("LK");
    }

    @Test
    void a_program_s_token_that_does_not_speak_of_groups_takes_none_away_and_an_empty_word_does() {
        WebSession official =
                login("officer.three", Map.of("realm_access", Map.of("roles", List.of("/apo/Programme Office"))));

        assertThat(call(token("officer.three", Map.of()), "/engine-rest/task").statusCode())
                .isEqualTo(200);
        assertThat(groups("officer.three")).containsExactly("programme-officers");
        assertThat(official.ask(WHO_AM_I).statusCode()).isEqualTo(200);

        call(token("officer.three", Map.of("realm_access", Map.of("roles", List.of()))), "/engine-rest/task");
        assertThat(groups("officer.three")).isEmpty();
        assertThat(official.ask(WHO_AM_I).statusCode()).isEqualTo(401);
    }

    /** Nobody stays an administrator by the silence of a provider that has dismissed them. */
    @Test
    void an_administrator_s_token_speaks_of_groups() {
        login("once.root", Map.of());
        identity.createMembership("once.root", "camunda-admin");

        assertThat(call(token("once.root", Map.of()), "/engine-rest/task").statusCode())
                .isEqualTo(401);
        login("once.root", Map.of());
        assertThat(groups("once.root")).isEmpty();
    }

    @Test
    void nobody_becomes_an_administrator_or_another_person_by_a_name() {
        var admin = identity.newUser("root");
        admin.setPassword("of-the-engine");
        identity.saveUser(admin);
        identity.createMembership("root", "camunda-admin");

        assertThat(attempt("root", Map.of()).body()).contains("administrator");
        assertThat(identity.getUserInfo("root", "assent-provider-subject")).isNull();

        login("same.name", Map.of("sub", "person-1"));
        assertThat(attempt("same.name", Map.of("sub", "person-2")).body()).contains("belongs to another account");

        // nor two people by two names: what one of them did, the other would approve
        login("one.name", Map.of("sub", "person-3"));
        assertThat(attempt("another.name", Map.of("sub", "person-3")).body()).contains("another user id already");
        assertThat(identity.createUserQuery().userId("another.name").count()).isZero();
    }

    @Test
    void a_code_or_a_state_counts_once() {
        WebSession official = new WebSession(port);
        provide("twice", Map.of());
        String callback = callback(official);
        assertThat(official.get(callback).statusCode()).isEqualTo(302);

        assertThat(official.get(callback).statusCode()).isEqualTo(401);
        // a stranger's browser that is given somebody's callback logs in as nobody
        String foreign = callback(new WebSession(port));
        assertThat(new WebSession(port).get(foreign).statusCode()).isEqualTo(401);
    }

    @Test
    void a_request_for_a_login_carries_its_proof_key_state_and_nonce() {
        String address = new WebSession(port)
                .get("/oauth2/authorization/assent")
                .headers()
                .firstValue("Location")
                .orElse("");

        assertThat(address)
                .contains("code_challenge_method=S256", "code_challenge=", "state=", "nonce=", "response_type=code");
    }

    @Test
    void passwords_are_of_no_use_any_more() {
        WebSession nobody = new WebSession(port);
        assertThat(nobody.get("/login").body()).doesNotContain("type=\"password\"");
        assertThat(nobody.login("admin", "demo").statusCode()).isNotEqualTo(302);
        assertThat(nobody.ask(WHO_AM_I).statusCode()).isEqualTo(401);
        assertThat(nobody.send(nobody.request("/engine-rest/task").header("Authorization", "Basic YWRtaW46ZGVtbw=="))
                        .statusCode())
                .isEqualTo(401);
    }

    @Test
    void a_program_s_token_works_and_a_session_s_cookie_does_not() {
        WebSession official =
                login("officer.two", Map.of("realm_access", Map.of("roles", List.of("/apo/Programme Office"))));
        assertThat(official.ask("/engine-rest/task").statusCode()).isEqualTo(401);

        assertThat(call(token("officer.two", Map.of("sub", subject("officer.two"))), "/engine-rest/task")
                        .statusCode())
                .isEqualTo(200);
        var importer = new DefaultOAuth2TokenCallback(
                REALM,
                "importer-sub",
                "JWT",
                List.of("account"),
                claims("importer-program", Map.of("azp", "importer")),
                60);
        assertThat(call(PROVIDER.issueToken(REALM, "importer", importer).serialize(), "/engine-rest/task")
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void camunda_modeler_deploys_with_a_token() {
        var answer = Modeler.deploy(port, "Bearer " + token("head.of.it@example.org", Map.of()));

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    }

    static Stream<Arguments> falseTokens() throws Exception {
        RSAKey stranger = new RSAKeyGenerator(2048).keyID("mine").generate();
        Instant now = Instant.now();
        var good = new JWTClaimsSet.Builder()
                .issuer(PROVIDER.issuerUrl(REALM).toString())
                .audience(CLIENT)
                .subject("x")
                .claim("preferred_username", "head.of.it@example.org")
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plusSeconds(60)));
        var forged = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.RS256).keyID("mine").build(), good.build());
        forged.sign(new RSASSASigner(stranger));
        var withSecret = new SignedJWT(new JWSHeader(JWSAlgorithm.HS256), good.build());
        withSecret.sign(new MACSigner("a shared secret of thirty-two bytes and more".getBytes(StandardCharsets.UTF_8)));
        String[] parts = token("head.of.it@example.org", Map.of()).split("\\.");
        String changed = parts[0] + "."
                + java.util.Base64.getUrlEncoder()
                        .withoutPadding()
                        .encodeToString(good.build().toString().getBytes(StandardCharsets.UTF_8))
                + "." + parts[2];
        return Stream.of(
                Arguments.of("signed by somebody else", forged.serialize()),
                Arguments.of("signed with a secret", withSecret.serialize()),
                Arguments.of("not signed", new PlainJWT(good.build()).serialize()),
                Arguments.of("changed", changed),
                Arguments.of("expired", issued(REALM, CLIENT, Map.of(), -300)),
                Arguments.of("for somebody else", issued(REALM, "another-desk", Map.of("azp", "another-desk"), 60)),
                Arguments.of("by another issuer", issued("elsewhere", CLIENT, Map.of(), 60)),
                Arguments.of("of a login", issued(REALM, CLIENT, Map.of("nonce", "n"), 60)),
                Arguments.of("to refresh others", issued(REALM, CLIENT, Map.of("typ", "Refresh"), 60)),
                Arguments.of("of a logout", issued(REALM, CLIENT, LOGOUT, 60)),
                Arguments.of("nonsense", "abc.def.ghi"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("falseTokens")
    void a_false_token_is_refused(String kind, String token) {
        var answer = call(token, "/engine-rest/task");

        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.headers().firstValue("WWW-Authenticate"))
                .hasValueSatisfying(challenge -> assertThat(challenge).startsWith("Bearer"));
    }

    @Test
    void whoever_logs_out_at_the_provider_is_logged_out_here_and_nobody_else() {
        WebSession here = login("leaver", Map.of("sid", "one"));
        WebSession elsewhere = login("leaver", Map.of("sid", "two"));
        WebSession another = login("stayer", Map.of("sid", "three"));

        assertThat(tell(logout("leaver", Map.of("sid", "one"))).statusCode()).isEqualTo(200);
        assertThat(here.ask(WHO_AM_I).statusCode()).isEqualTo(401);
        assertThat(elsewhere.ask(WHO_AM_I).statusCode()).isEqualTo(200);

        // a token that names no session means all of the person
        assertThat(tell(logout("leaver", Map.of())).statusCode()).isEqualTo(200);
        assertThat(elsewhere.ask(WHO_AM_I).statusCode()).isEqualTo(401);
        assertThat(another.ask(WHO_AM_I).statusCode()).isEqualTo(200);
    }

    static Stream<Arguments> falseLogouts() throws Exception {
        RSAKey stranger = new RSAKeyGenerator(2048).keyID("mine").generate();
        var good = JWTClaimsSet.parse(SignedJWT.parse(logout("careful", Map.of("sid", "careful")))
                .getJWTClaimsSet()
                .toJSONObject());
        var forged = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.RS256).keyID("mine").build(), good);
        forged.sign(new RSASSASigner(stranger));
        return Stream.of(
                Arguments.of("signed by somebody else", forged.serialize()),
                Arguments.of("not signed", new PlainJWT(good).serialize()),
                Arguments.of("expired", logout(REALM, CLIENT, "careful", LOGOUT, -300)),
                Arguments.of("for somebody else", logout(REALM, "another-desk", "careful", LOGOUT, 60)),
                Arguments.of("by another issuer", logout("elsewhere", CLIENT, "careful", LOGOUT, 60)),
                Arguments.of(
                        "of an hour ago",
                        logout("careful", Map.of("iat", Date.from(Instant.now().minusSeconds(3600))))),
                Arguments.of("of a login", logout("careful", Map.of("nonce", "n"))),
                Arguments.of("a program's", token("careful", Map.of())),
                Arguments.of(
                        "of another event",
                        logout(REALM, CLIENT, "careful", Map.of("events", Map.of("http://x.example", Map.of())), 60)),
                Arguments.of("another session's", logout("careful", Map.of("sid", "of another day"))),
                Arguments.of("another person's", logout("somebody", Map.of("sid", "careful"))),
                Arguments.of("nonsense", "abc.def.ghi"),
                Arguments.of("none", ""));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("falseLogouts")
    void a_false_word_of_a_logout_ends_no_session(String kind, String token) {
        WebSession careful = login("careful", Map.of("sid", "careful"));

        assertThat(tell(token).statusCode()).isEqualTo(kind.startsWith("another ") ? 200 : 400);

        assertThat(careful.ask(WHO_AM_I).statusCode()).isEqualTo(200);
    }

    private HttpResponse<String> tell(String token) {
        WebSession provider = new WebSession(port);
        return provider.send(provider.request("/logout/connect/back-channel/assent")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("logout_token=" + token)));
    }

    private static String logout(String user, Map<String, Object> more) {
        Map<String, Object> claims = new HashMap<>(LOGOUT);
        claims.putAll(more);
        return logout(REALM, CLIENT, user, claims, 60);
    }

    private static String logout(String realm, String audience, String user, Map<String, Object> claims, long seconds) {
        return PROVIDER.issueToken(
                        realm,
                        CLIENT,
                        new DefaultOAuth2TokenCallback(
                                realm, subject(user), "logout+jwt", List.of(audience), claims, seconds))
                .serialize();
    }

    private WebSession login(String user, Map<String, Object> claims) {
        WebSession session = new WebSession(port);
        provide(user, claims);
        HttpResponse<String> answer = session.get(callback(session));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(302);
        session.get("/camunda/app/welcome/default/");
        return session;
    }

    private HttpResponse<String> attempt(String user, Map<String, Object> claims) {
        WebSession session = new WebSession(port);
        provide(user, claims);
        return session.get(callback(session));
    }

    /** Goes to the provider and brings back the address that it sends the browser to. */
    private static String callback(WebSession session) {
        String provider = session.get("/oauth2/authorization/assent")
                .headers()
                .firstValue("Location")
                .orElseThrow();
        String back = WebSession.away(provider).headers().firstValue("Location").orElseThrow();
        URI address = URI.create(back);
        return address.getPath() + "?" + address.getRawQuery();
    }

    private static void provide(String user, Map<String, Object> claims) {
        PROVIDER.enqueueCallback(new DefaultOAuth2TokenCallback(
                REALM, subject(user, claims), "JWT", List.of(CLIENT), claims(user, claims), 60));
    }

    private static Map<String, Object> claims(String user, Map<String, Object> more) {
        Map<String, Object> claims = new HashMap<>(more);
        claims.put("preferred_username", user);
        return claims;
    }

    private static String subject(String user) {
        return "subject-of-" + user;
    }

    private static String subject(String user, Map<String, Object> claims) {
        return String.valueOf(claims.getOrDefault("sub", subject(user)));
    }

    private static String token(String user, Map<String, Object> more) {
        return PROVIDER.issueToken(
                        REALM,
                        CLIENT,
                        new DefaultOAuth2TokenCallback(
                                REALM, subject(user, more), "JWT", List.of(CLIENT), claims(user, more), 60))
                .serialize();
    }

    private static String issued(String realm, String audience, Map<String, Object> more, long seconds) {
        return PROVIDER.issueToken(
                        realm,
                        CLIENT,
                        new DefaultOAuth2TokenCallback(
                                realm,
                                subject("head.of.it@example.org"),
                                "JWT",
                                List.of(audience),
                                claims("head.of.it@example.org", more),
                                seconds))
                .serialize();
    }

    private HttpResponse<String> call(String token, String path) {
        WebSession program = new WebSession(port);
        return program.send(program.request(path).header("Authorization", "Bearer " + token));
    }

    private List<String> groups(String user) {
        return identity.createGroupQuery().groupMember(user).list().stream()
                .map(Group::getId)
                .toList();
    }

    private List<String> economies(String user) {
        return identity.createTenantQuery().userMember(user).list().stream()
                .map(Tenant::getId)
                .toList();
    }
}
