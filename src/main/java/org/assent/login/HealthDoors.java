package org.assent.login;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.assent.access.EngineUsers;
import org.camunda.bpm.engine.authorization.Groups;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.web.filter.OncePerRequestFilter;

/** Anybody may ask whether the desk is up; administrators and auditors see its fences; nobody reaches more of the actuator. */
@Configuration(proxyBeanMethods = false)
class HealthDoors {

    @Bean
    @Order(0)
    SecurityFilterChain health(HttpSecurity http, WaysIn ways, EngineUsers users) throws Exception {
        http.securityMatcher("/actuator", "/actuator/**");
        ways.programs(http);
        return http.csrf(AbstractHttpConfigurer::disable)
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .authorizeHttpRequests(requests -> requests.requestMatchers("/actuator/health")
                        .permitAll()
                        .requestMatchers("/actuator/health/fences")
                        .hasAnyAuthority(Groups.CAMUNDA_ADMIN, "auditors")
                        .anyRequest()
                        .denyAll())
                .addFilterBefore(new WithGroups(users), AuthorizationFilter.class)
                .build();
    }

    /** Makes the user's groups authorities, which is what the health endpoint asks for. */
    private static final class WithGroups extends OncePerRequestFilter {

        private final EngineUsers users;

        WithGroups(EngineUsers users) {
            this.users = users;
        }

        @Override
        protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
                throws ServletException, IOException {
            Authentication login = SecurityContextHolder.getContext().getAuthentication();
            if (login != null && login.isAuthenticated() && !(login instanceof AnonymousAuthenticationToken)) {
                var groups = users.of(login.getName()).groups().stream()
                        .map(SimpleGrantedAuthority::new)
                        .toList();
                SecurityContextHolder.setContext(new SecurityContextImpl(
                        UsernamePasswordAuthenticationToken.authenticated(login.getName(), null, groups)));
            }
            chain.doFilter(request, response);
        }
    }
}
