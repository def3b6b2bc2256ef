package org.assent.login;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.camunda.bpm.spring.boot.starter.property.CamundaBpmProperties;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.autoconfigure.web.ServerProperties;
import org.springframework.boot.web.server.Cookie.SameSite;
import org.springframework.mock.env.MockEnvironment;

@Tag("once")
class CookieRulesTest {

    @ParameterizedTest
    @CsvSource({"127.0.0.1,", "::1,", "0.0.0.0, true", "192.0.2.7, true", "'', true"})
    void a_cookie_that_leaves_this_machine_does_so_encrypted(String address, Boolean isSecure) {
        var environment = new MockEnvironment().withProperty("assent.login.idle", "20m");
        if (!address.isEmpty()) {
            environment.setProperty("server.address", address);
        }
        ServerProperties server = new ServerProperties();

        new CookieRules(environment).postProcessBeforeInitialization(server, "server");

        var cookie = server.getServlet().getSession().getCookie();
        assertThat(cookie.getSecure()).isEqualTo(isSecure);
        assertThat(cookie.getHttpOnly()).isTrue();
        assertThat(cookie.getSameSite()).isEqualTo(SameSite.STRICT);
        assertThat(server.getServlet().getSession().getTimeout()).isEqualTo(Duration.ofMinutes(20));
    }

    @Test
    void behind_a_proxy_on_this_machine_no_cookie_leaves_it_in_clear() {
        var environment = new MockEnvironment()
                .withProperty("server.address", "127.0.0.1")
                .withProperty("assent.proxy", "127.0.0.1");
        ServerProperties server = new ServerProperties();
        CamundaBpmProperties camunda = new CamundaBpmProperties();
        CookieRules rules = new CookieRules(environment);

        rules.postProcessBeforeInitialization(server, "server");
        rules.postProcessBeforeInitialization(camunda, "camunda");

        assertThat(server.getServlet().getSession().getCookie().getSecure()).isTrue();
        assertThat(camunda.getWebapp().getCsrf().isEnableSecureCookie()).isTrue();
        assertThat(camunda.getWebapp().getSessionCookie().isEnableSecureCookie())
                .isTrue();
    }
}
