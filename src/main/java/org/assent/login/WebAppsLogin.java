package org.assent.login;

import jakarta.servlet.FilterChain;
import jakarta.servlet.FilterConfig;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.assent.access.EngineUsers;
import org.assent.access.MoreRights.Rights;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.rest.security.auth.AuthenticationProvider;
import org.camunda.bpm.engine.rest.security.auth.AuthenticationResult;
import org.camunda.bpm.webapp.impl.security.auth.Authentications;
import org.camunda.bpm.webapp.impl.security.auth.ContainerBasedAuthenticationFilter;
import org.camunda.bpm.webapp.impl.security.auth.UserAuthentication;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;

/**
 * Tells the web apps who is logged in, with the groups and tenants of this very moment: nothing is kept in the session
 * that could be stale. Their own way out ends the whole login.
 */
final class WebAppsLogin extends ContainerBasedAuthenticationFilter {

    private static final Pattern WHO_AM_I = Pattern.compile("/api/admin/auth/user/([^/]+)");
    private static final Pattern LOGOUT = Pattern.compile(".*/api/admin/auth/user/[^/]+/logout/?");

    private final EngineUsers users;
    private final Logout logout;

    WebAppsLogin(EngineUsers users, Logout logout) {
        this.users = users;
        this.logout = logout;
    }

    @Override
    public void init(FilterConfig configuration) {
        authenticationProvider = new AuthenticationProvider() {
            @Override
            public AuthenticationResult extractAuthenticatedUser(HttpServletRequest request, ProcessEngine engine) {
                Authentication login = login();
                return login == null ? AuthenticationResult.unsuccessful() : found(login.getName());
            }

            @Override
            public void augmentResponseByAuthenticationChallenge(HttpServletResponse response, ProcessEngine engine) {
                // the login page is the only way in: a browser must not ask for a password by itself
            }
        };
    }

    private AuthenticationResult found(String user) {
        Rights rights = users.of(user);
        AuthenticationResult result = AuthenticationResult.successful(user);
        result.setGroups(rights.groups());
        result.setTenants(rights.tenants());
        return result;
    }

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        Authentication login = login();
        var asked = (HttpServletRequest) request;
        var answer = (HttpServletResponse) response;
        try {
            super.doFilter(request, response, chain);
        } catch (Gone gone) {
            logout.end(asked, answer, login);
            Answer.say(answer, HttpServletResponse.SC_UNAUTHORIZED, "Your account does not exist any more.");
            return;
        }
        // after the web apps have checked their own token against forged requests
        boolean leaves = asked.getMethod().equals("POST")
                && LOGOUT.matcher(asked.getRequestURI()).matches();
        if (leaves && answer.getStatus() < 300) {
            logout.fromApp(asked, answer, login);
        }
    }

    /** Also where the web apps ask who is logged in: a session that began elsewhere has not told them yet. */
    @Override
    protected @Nullable String extractEngineName(HttpServletRequest request) {
        String name = super.extractEngineName(request);
        Matcher who = WHO_AM_I.matcher(getRequestUri(request));
        return name == null && who.matches() ? who.group(1) : name;
    }

    /** Asked anew with each request. */
    @Override
    protected boolean existisAuthentication(Authentications authentications, String engine, String user) {
        return false;
    }

    @Override
    protected UserAuthentication createAuthentication(
            ProcessEngine engine, String user, List<String> groups, List<String> tenants) {
        UserAuthentication made = super.createAuthentication(engine, user, groups, tenants);
        if (made == null) {
            throw new Gone();
        }
        return made;
    }

    private static @Nullable Authentication login() {
        Authentication login = SecurityContextHolder.getContext().getAuthentication();
        return login == null || !login.isAuthenticated() || login instanceof AnonymousAuthenticationToken
                ? null
                : login;
    }

    /** The user was deleted while logged in. */
    private static final class Gone extends RuntimeException {
        private static final long serialVersionUID = 1;
    }
}
