package org.assent.access;

import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.authorization.Groups;
import org.camunda.bpm.engine.identity.Group;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.web.SecurityFilterChain;

/** Anybody may ask whether the desk is up; administrators and auditors see its fences; nobody reaches more of the actuator. */
@Configuration(proxyBeanMethods = false)
class HealthDoors {

    @Bean
    @Order(0)
    SecurityFilterChain health(HttpSecurity http, IdentityService identity) throws Exception {
        return http.securityMatcher("/actuator", "/actuator/**")
                .authenticationProvider(new WithGroups(new EngineLogin(identity), identity))
                .httpBasic(basic -> basic.realmName("Assent"))
                .csrf(AbstractHttpConfigurer::disable)
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .authorizeHttpRequests(requests -> requests.requestMatchers("/actuator/health")
                        .permitAll()
                        .requestMatchers("/actuator/health/fences")
                        .hasAnyAuthority(Groups.CAMUNDA_ADMIN, "auditors")
                        .anyRequest()
                        .denyAll())
                .build();
    }

    /** A login whose authorities are the user's groups, as the health endpoint asks for them. */
    private record WithGroups(AuthenticationProvider login, IdentityService identity)
            implements AuthenticationProvider {

        @Override
        public Authentication authenticate(Authentication credentials) {
            String user = login.authenticate(credentials).getName();
            var groups = identity.createGroupQuery().groupMember(user).list().stream()
                    .map(Group::getId)
                    .map(SimpleGrantedAuthority::new)
                    .toList();
            return UsernamePasswordAuthenticationToken.authenticated(user, null, groups);
        }

        @Override
        public boolean supports(Class<?> type) {
            return login.supports(type);
        }
    }
}
