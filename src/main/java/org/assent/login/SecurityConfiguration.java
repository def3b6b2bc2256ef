package org.assent.login;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.stream.Stream;
import org.assent.access.EngineUsers;
import org.assent.engine.AccountMarks;
import org.camunda.bpm.engine.IdentityService;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.authentication.logout.LogoutFilter;
import org.springframework.security.web.context.SecurityContextHolderFilter;
import org.springframework.security.web.csrf.CsrfFilter;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.AnyRequestMatcher;
import org.springframework.security.web.util.matcher.OrRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;

/** Everything is closed unless it is opened here. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(LoginSettings.class)
class SecurityConfiguration {

    /** The web apps' own ways in: a second door beside the login page, and one for whoever comes first. */
    private static final RequestMatcher SHUT = paths(
            "/camunda/app/admin/*/setup/**", "/camunda/api/admin/setup/**", "/camunda/api/admin/auth/user/*/login/**");

    @Bean
    SessionLimits sessionLimits(LoginSettings settings) {
        return new SessionLimits(settings, Clock.systemUTC());
    }

    @Bean
    SameAccount sameAccount(AccountMarks accounts) {
        return new SameAccount(accounts);
    }

    /** Programs: credentials on each call and no session, so no other site can ride on one. */
    @Bean
    @Order(1)
    SecurityFilterChain programs(HttpSecurity http, WaysIn ways, EngineUsers users, IdentityService identity)
            throws Exception {
        http.securityMatcher(paths("/engine-rest/**", "/api/**"));
        ways.programs(http);
        return http.csrf(AbstractHttpConfigurer::disable)
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .authorizeHttpRequests(requests ->
                        requests.requestMatchers(SHUT).denyAll().anyRequest().authenticated())
                // a browser remembers basic credentials that somebody typed
                .addFilterBefore(new SameOrigin(), LogoutFilter.class)
                .addFilterAfter(new EngineAuthenticationFilter(users, identity), AuthorizationFilter.class)
                .build();
    }

    /** Where people log in and out. */
    @Bean
    @Order(2)
    SecurityFilterChain loginPages(
            HttpSecurity http, WaysIn ways, LoginPage page, Logout logout, SessionLimits limits, SameAccount account)
            throws Exception {
        http.securityMatcher(paths("/login", "/login/**", "/logout", "/logout/**", "/oauth2/**"));
        ways.people(http);
        return http.headers(headers -> headers.contentSecurityPolicy(policy -> policy.policyDirectives(
                                "default-src 'none'; style-src 'self'; script-src 'self'; frame-ancestors 'none'; base-uri 'none'; form-action "
                                        + ways.formTargets()))
                        .referrerPolicy(policy -> policy.policy(ReferrerPolicy.SAME_ORIGIN)))
                .sessionManagement(session -> session.sessionFixation(fixation -> fixation.newSession()))
                .requestCache(AbstractHttpConfigurer::disable)
                .logout(leave -> leave.logoutSuccessHandler(
                        (request, response, login) -> response.sendRedirect(logout.fromPage(request, response, login))))
                .exceptionHandling(refusals -> refusals.accessDeniedHandler((request, response, denied) -> page.write(
                        request,
                        response,
                        HttpServletResponse.SC_FORBIDDEN,
                        "This page was open for too long. Please try once more.")))
                .authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                .addFilterBefore(new SameOrigin(), CsrfFilter.class)
                .addFilterBefore(limits, SecurityContextHolderFilter.class)
                .addFilterBefore(account, SecurityContextHolderFilter.class)
                .build();
    }

    /** The web apps guard against forged requests with a token of their own, and set their headers themselves. */
    @Bean
    @Order(3)
    SecurityFilterChain webApps(HttpSecurity http, SessionLimits limits, SameAccount account) throws Exception {
        return http.securityMatcher(paths("/", "/camunda", "/camunda/**"))
                .csrf(AbstractHttpConfigurer::disable)
                .headers(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.NEVER))
                .exceptionHandling(refusals -> refusals.defaultAuthenticationEntryPointFor(
                                (request, response, nobody) -> response.sendError(HttpServletResponse.SC_FORBIDDEN),
                                SHUT)
                        .defaultAuthenticationEntryPointFor(
                                (request, response, nobody) -> response.sendRedirect(WhereTo.login(request)),
                                SecurityConfiguration::isPage)
                        .defaultAuthenticationEntryPointFor(
                                (request, response, nobody) ->
                                        Answer.say(response, HttpServletResponse.SC_UNAUTHORIZED, "Please log in."),
                                AnyRequestMatcher.INSTANCE))
                .authorizeHttpRequests(requests ->
                        requests.requestMatchers(SHUT).denyAll().anyRequest().authenticated())
                .addFilterBefore(new SameOrigin(), LogoutFilter.class)
                .addFilterBefore(limits, SecurityContextHolderFilter.class)
                .addFilterBefore(account, SecurityContextHolderFilter.class)
                .build();
    }

    private static boolean isPage(HttpServletRequest request) {
        String accept = request.getHeader("Accept");
        return request.getMethod().equals(HttpMethod.GET.name())
                && accept != null
                && accept.contains(MediaType.TEXT_HTML_VALUE)
                && !request.getRequestURI().startsWith("/camunda/api/");
    }

    /** What anybody may ask: is this certificate genuine? */
    @Bean
    @Order(4)
    SecurityFilterChain publicPages(HttpSecurity http) throws Exception {
        return http.securityMatcher(paths("/verify", "/verify/**", "/error", "/favicon.ico"))
                .csrf(AbstractHttpConfigurer::disable)
                .headers(
                        headers -> headers.contentSecurityPolicy(
                                policy -> policy.policyDirectives(
                                        "default-src 'none'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; frame-ancestors 'none'; form-action 'self'")))
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                .build();
    }

    /** What is no address of ours: whoever has logged in hears that there is nothing, anybody else not even that. */
    @Bean
    @Order(Ordered.LOWEST_PRECEDENCE)
    SecurityFilterChain nothingElse(HttpSecurity http, SessionLimits limits, SameAccount account) throws Exception {
        return http.csrf(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.NEVER))
                .exceptionHandling(refusals -> refusals.accessDeniedHandler(
                                (request, response, denied) -> response.sendError(HttpServletResponse.SC_NOT_FOUND))
                        .defaultAuthenticationEntryPointFor(
                                (request, response, nobody) -> response.sendRedirect(WhereTo.login(request)),
                                SecurityConfiguration::isPage)
                        .defaultAuthenticationEntryPointFor(
                                (request, response, nobody) -> response.sendError(HttpServletResponse.SC_UNAUTHORIZED),
                                AnyRequestMatcher.INSTANCE))
                .authorizeHttpRequests(requests -> requests.anyRequest().denyAll())
                .addFilterBefore(limits, SecurityContextHolderFilter.class)
                .addFilterBefore(account, SecurityContextHolderFilter.class)
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
    FilterRegistrationBean<WebAppsLogin> webAppsLogin(EngineUsers users, Logout logout) {
        var login = new FilterRegistrationBean<>(new WebAppsLogin(users, logout));
        login.addUrlPatterns("/camunda/app/*", "/camunda/api/*");
        login.setDispatcherTypes(DispatcherType.REQUEST);
        // after Spring Security, before the web apps' own filters
        login.setOrder(Ordered.LOWEST_PRECEDENCE - 20);
        return login;
    }

    /** It stands in the chains that know sessions, and so in no other place. */
    @Bean
    FilterRegistrationBean<SessionLimits> sessionLimitsInChainsOnly(SessionLimits limits) {
        var registration = new FilterRegistrationBean<>(limits);
        registration.setEnabled(false);
        return registration;
    }

    /** The same. */
    @Bean
    FilterRegistrationBean<SameAccount> sameAccountInChainsOnly(SameAccount account) {
        var registration = new FilterRegistrationBean<>(account);
        registration.setEnabled(false);
        return registration;
    }
}
