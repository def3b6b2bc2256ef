package org.assent.access;

import java.util.stream.Stream;
import org.camunda.bpm.engine.IdentityService;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.OrRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;

/** Everything is closed unless it is opened here. */
@Configuration(proxyBeanMethods = false)
class SecurityConfiguration {

    /** Programs: basic credentials on each call, no cookie, so no other site can ride on a session. */
    @Bean
    @Order(1)
    SecurityFilterChain programs(HttpSecurity http, IdentityService identity) throws Exception {
        return http.securityMatcher(paths("/engine-rest/**", "/api/**"))
                .authenticationProvider(new EngineLogin(identity))
                .httpBasic(basic -> basic.realmName("Assent"))
                .csrf(AbstractHttpConfigurer::disable)
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .authorizeHttpRequests(requests -> requests.anyRequest().authenticated())
                .addFilterAfter(new EngineAuthenticationFilter(identity), AuthorizationFilter.class)
                .build();
    }

    /** The web apps log in, guard against forged requests and set their headers themselves. */
    @Bean
    @Order(2)
    SecurityFilterChain webApps(HttpSecurity http) throws Exception {
        return http.securityMatcher(paths("/", "/camunda", "/camunda/**", "/favicon.ico"))
                .csrf(AbstractHttpConfigurer::disable)
                .headers(AbstractHttpConfigurer::disable)
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.NEVER))
                .authorizeHttpRequests(requests -> requests.requestMatchers(
                                paths("/camunda/app/admin/*/setup/**", "/camunda/api/admin/setup/**"))
                        .denyAll()
                        .anyRequest()
                        .permitAll())
                .build();
    }

    /** What anybody may ask: is this certificate genuine? */
    @Bean
    @Order(3)
    SecurityFilterChain publicPages(HttpSecurity http) throws Exception {
        return http.securityMatcher(paths("/verify", "/verify/**", "/error"))
                .csrf(AbstractHttpConfigurer::disable)
                .headers(
                        headers -> headers.contentSecurityPolicy(
                                policy -> policy.policyDirectives(
                                        "default-src 'none'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; frame-ancestors 'none'; form-action 'self'")))
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                .build();
    }

    @Bean
    @Order(Ordered.LOWEST_PRECEDENCE)
    SecurityFilterChain nothingElse(HttpSecurity http) throws Exception {
        return http.csrf(AbstractHttpConfigurer::disable)
                .authorizeHttpRequests(requests -> requests.anyRequest().denyAll())
                .build();
    }

    /** By plain path: several servlets stand behind these addresses, not Spring's alone. */
    private static RequestMatcher paths(String... patterns) {
        return new OrRequestMatcher(Stream.of(patterns)
                .map(pattern -> (RequestMatcher)
                        PathPatternRequestMatcher.withDefaults().matcher(pattern))
                .toList());
    }

    @Bean
    FilterRegistrationBean<ExpressionFence> expressionFence() {
        var fence = new FilterRegistrationBean<>(new ExpressionFence());
        fence.addUrlPatterns("/engine-rest/*", "/camunda/api/*");
        // after login, before the engine
        fence.setOrder(Ordered.LOWEST_PRECEDENCE - 10);
        return fence;
    }
}
