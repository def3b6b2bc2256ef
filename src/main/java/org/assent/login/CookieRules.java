package org.assent.login;

import java.net.InetAddress;
import java.time.Duration;
import org.camunda.bpm.spring.boot.starter.property.CamundaBpmProperties;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.autoconfigure.web.ServerProperties;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.web.server.Cookie.SameSite;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/**
 * Cookies that scripts cannot read and other sites cannot send, and that leave this machine encrypted only: whoever
 * listens beyond loopback and speaks plain HTTP gets nobody logged in. To settings that are read before the server
 * starts.
 */
@Component
class CookieRules implements BeanPostProcessor {

    private final boolean leavesTheMachine;
    private final boolean isLoginElsewhere;
    private final Duration idle;

    CookieRules(Environment environment) {
        // a desk behind a proxy on this machine listens to loopback only, and its cookies travel all the same
        this.leavesTheMachine = !environment.getProperty("assent.proxy", "").isBlank()
                || !Binder.get(environment)
                        .bind("server.address", InetAddress.class)
                        .map(InetAddress::isLoopbackAddress)
                        .orElse(false);
        this.isLoginElsewhere = environment.matchesProfiles("oidc");
        this.idle = Binder.get(environment)
                .bind("assent.login.idle", Duration.class)
                .orElse(Duration.ofMinutes(30));
    }

    @Override
    public @Nullable Object postProcessBeforeInitialization(Object bean, String name) {
        if (bean instanceof ServerProperties server) {
            var session = server.getServlet().getSession();
            session.setTimeout(idle);
            session.getCookie().setHttpOnly(true);
            // coming back from a provider is a visit from another site
            session.getCookie().setSameSite(isLoginElsewhere ? SameSite.LAX : SameSite.STRICT);
            if (leavesTheMachine) {
                session.getCookie().setSecure(true);
            }
        } else if (bean instanceof CamundaBpmProperties camunda) {
            var token = camunda.getWebapp().getCsrf();
            token.setSameSiteCookieOption("STRICT");
            token.setEnableSecureCookie(leavesTheMachine);
            var cookie = camunda.getWebapp().getSessionCookie();
            cookie.setSameSiteCookieOption(isLoginElsewhere ? "LAX" : "STRICT");
            cookie.setEnableSecureCookie(leavesTheMachine);
        }
        return bean;
    }
}
