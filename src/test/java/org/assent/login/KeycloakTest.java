package org.assent.login;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.nio.file.Path;
import org.assent.webapp.Desk;
import org.assent.webapp.DeskTest;
import org.assent.webapp.Official;
import org.camunda.bpm.engine.IdentityService;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** The provider that governments run most, as it comes: ./mvnw test -Pkeycloak. */
@DeskTest
@Tag("keycloak")
@EnabledIfSystemProperty(named = "assent.keycloak", matches = ".+")
@ActiveProfiles("oidc")
class KeycloakTest {

    private static Keycloak keycloak;

    @LocalServerPort
    int port;

    @Autowired
    IdentityService identity;

    @DynamicPropertySource
    static void provider(DynamicPropertyRegistry settings) {
        int desk = Keycloak.free();
        // known before the desk starts: the provider has to find it
        settings.add("server.port", () -> desk);
        keycloak = new Keycloak(Path.of(System.getProperty("assent.keycloak")), "http://127.0.0.1:" + desk);
        settings.add("assent.oidc.issuer", keycloak::issuer);
        settings.add("assent.oidc.client-id", () -> "desk");
        settings.add("assent.oidc.client-secret", () -> "only-in-this-test");
        settings.add("assent.oidc.groups-claim", () -> "realm_access.roles");
        settings.add("assent.oidc.groups", () -> "Programme Office = programme-officers, Audit & Control = auditors");
        settings.add("assent.oidc.programs", () -> "importer");
    }

    @AfterAll
    static void stop() {
        if (keycloak != null) {
            keycloak.close();
        }
    }

    @Test
    void an_official_logs_in_at_keycloak_works_in_tasklist_and_leaves_both(Desk desk) {
        Official official = desk.visitor("rahima.khatun");
        var page = official.page();
        page.navigate(desk.address() + "/camunda/app/tasklist/default/");
        logInAtKeycloak(page);
        official.see("Rahima Khatun");
        official.photograph("keycloak-led-to-tasklist");
        // the provider's role of that name gives nothing
        assertThat(identity.createGroupQuery().groupMember("rahima.khatun").list())
                .singleElement()
                .satisfies(group -> assertThat(group.getId()).isEqualTo("programme-officers"));

        official.logout();

        page.navigate(desk.address() + "/camunda/app/tasklist/default/");
        page.getByText("Log in with your organisation’s account").click();
        // Keycloak has forgotten the official too
        page.locator("#password").waitFor();
        assertThat(page.url()).startsWith(keycloak.issuer());
    }

    @Test
    void whoever_logs_out_at_keycloak_is_logged_out_here(Desk desk) {
        Official official = desk.visitor("rahima.khatun");
        var page = official.page();
        page.navigate(desk.address() + "/camunda/app/tasklist/default/");
        logInAtKeycloak(page);

        page.navigate(keycloak.issuer() + "/protocol/openid-connect/logout");
        page.locator("#kc-logout").click();
        page.locator("#kc-logout").waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.DETACHED));

        page.navigate(desk.address() + "/camunda/app/tasklist/default/");
        page.getByText("Log in with your organisation’s account").waitFor();
    }

    private static void logInAtKeycloak(Page page) {
        page.getByText("Log in with your organisation’s account").click();
        page.locator("#username").fill("rahima.khatun");
        page.locator("#password").fill("a word of Rahima's");
        page.locator("#kc-login").click();
        page.locator(".task-filters").waitFor();
    }

    @Test
    void a_program_calls_with_its_token_and_another_client_s_is_refused() throws Exception {
        assertThat(call(keycloak.token("importer"))).isEqualTo(200);
        assertThat(call(keycloak.token("newsletter"))).isEqualTo(401);
    }

    private int call(String token) {
        assertThat(token).isNotBlank();
        WebSession program = new WebSession(port);
        return program.send(program.request("/engine-rest/process-definition/count")
                        .header("Authorization", "Bearer " + token))
                .statusCode();
    }
}
