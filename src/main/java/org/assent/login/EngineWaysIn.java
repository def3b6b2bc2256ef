package org.assent.login;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import org.camunda.bpm.engine.IdentityService;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Profile;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.stereotype.Component;

/** By user id and password, against the engine's own users: on the login page, and as basic credentials of each call. */
@Component
@Profile("!oidc")
class EngineWaysIn implements WaysIn {

    private final EngineLogin login;
    private final LoginLimits limits;
    private final LoginPage page;
    private final Arrival arrival;

    EngineWaysIn(
            IdentityService identity, LoginSettings settings, LoginPage page, Arrival arrival, LoginsOfNote record) {
        this.limits = new LoginLimits(settings, Clock.systemUTC());
        this.login = new EngineLogin(identity, limits, record);
        this.page = page;
        this.arrival = arrival;
    }

    @Override
    public void people(HttpSecurity http) throws Exception {
        http.authenticationProvider(login).formLogin(form -> form.loginPage("/login")
                .successHandler(arrival)
                .failureHandler((request, response, refused) ->
                        page.write(request, response, status(response, refused), refused.getMessage())));
    }

    @Override
    public void programs(HttpSecurity http) throws Exception {
        http.authenticationProvider(login)
                .httpBasic(basic -> basic.authenticationEntryPoint((request, response, refused) -> {
                    int status = status(response, refused);
                    if (status == HttpServletResponse.SC_UNAUTHORIZED) {
                        response.setHeader("WWW-Authenticate", "Basic realm=\"Assent\", charset=\"UTF-8\"");
                    }
                    Answer.say(
                            response, status, status == 429 ? String.valueOf(refused.getMessage()) : "Please log in.");
                }));
    }

    private int status(HttpServletResponse response, AuthenticationException refused) {
        if (refused instanceof TooManyTries) {
            response.setHeader("Retry-After", String.valueOf(limits.secondsToWait()));
            return 429;
        }
        return HttpServletResponse.SC_UNAUTHORIZED;
    }

    @Override
    public @Nullable String elsewhere() {
        return null;
    }

    @Override
    public @Nullable String afterLogout(HttpServletRequest request, @Nullable Authentication who) {
        return null;
    }
}
