package org.assent.login;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.assent.access.EngineUsers;
import org.camunda.bpm.engine.IdentityService;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/** Tells the engine who calls, with groups and tenants, for as long as the call lasts. */
final class EngineAuthenticationFilter extends OncePerRequestFilter {

    private final EngineUsers users;
    private final IdentityService identity;

    EngineAuthenticationFilter(EngineUsers users, IdentityService identity) {
        this.users = users;
        this.identity = identity;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Authentication login = SecurityContextHolder.getContext().getAuthentication();
        if (login == null || !login.isAuthenticated()) {
            chain.doFilter(request, response);
            return;
        }
        try {
            users.actAs(login.getName());
            chain.doFilter(request, response);
        } finally {
            identity.clearAuthentication();
        }
    }
}
