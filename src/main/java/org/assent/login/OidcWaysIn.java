package org.assent.login;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClient;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.web.DefaultOAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestCustomizers;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestRedirectFilter;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizedClientRepository;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.security.oauth2.jwt.JwtDecoderFactory;
import org.springframework.security.oauth2.server.resource.web.BearerTokenAuthenticationEntryPoint;
import org.springframework.security.web.csrf.CsrfFilter;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;
import org.springframework.web.util.UriComponentsBuilder;

/** By an OpenID provider: people by its login page, with a code and its proof key; programs by its tokens. No passwords here. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(OidcSettings.class)
@Profile("oidc")
class OidcWaysIn implements WaysIn {

    private static final Logger LOG = LoggerFactory.getLogger(OidcWaysIn.class);

    private final OidcSettings settings;
    private final Provider provider;
    private final ProviderLogin login;
    private final ProviderSessions sessions;
    private final LoginPage page;
    private final Arrival arrival;

    OidcWaysIn(
            OidcSettings settings,
            Provider provider,
            ProviderLogin login,
            ProviderSessions sessions,
            LoginPage page,
            Arrival arrival) {
        this.settings = settings;
        this.provider = provider;
        this.login = login;
        this.sessions = sessions;
        this.page = page;
        this.arrival = arrival;
    }

    @Bean
    static JwtDecoderFactory<ClientRegistration> tokensOfLogins(Provider provider) {
        return client -> provider.reads(Provider.Found::logins);
    }

    @Override
    public void people(HttpSecurity http) throws Exception {
        var requests = new DefaultOAuth2AuthorizationRequestResolver(
                provider, OAuth2AuthorizationRequestRedirectFilter.DEFAULT_AUTHORIZATION_REQUEST_BASE_URI);
        Consumer<OAuth2AuthorizationRequest.Builder> withProofKey = OAuth2AuthorizationRequestCustomizers.withPkce();
        requests.setAuthorizationRequestCustomizer(withProofKey);
        http.oauth2Login(login -> login.loginPage("/login")
                .clientRegistrationRepository(provider)
                .authorizedClientRepository(new NothingKept())
                .authorizationEndpoint(endpoint -> endpoint.authorizationRequestResolver(requests))
                .userInfoEndpoint(endpoint -> endpoint.oidcUserService(this.login))
                .successHandler(this::arrive)
                .failureHandler((request, response, refused) ->
                        page.write(request, response, HttpServletResponse.SC_UNAUTHORIZED, said(request, refused))));
        // before a browser's token against forged requests is asked for: no browser comes here
        http.addFilterBefore(new ProviderLogout(provider.reads(Provider.Found::logouts), sessions), CsrfFilter.class);
    }

    private void arrive(HttpServletRequest request, HttpServletResponse response, Authentication who)
            throws IOException {
        if (who.getPrincipal() instanceof OidcUser user) {
            sessions.keep(request.getSession(), user);
        }
        arrival.begin(request, who);
        response.sendRedirect(LoginPage.BACK);
    }

    @Override
    public void programs(HttpSecurity http) throws Exception {
        var challenge = new BearerTokenAuthenticationEntryPoint();
        challenge.setRealmName("Assent");
        http.oauth2ResourceServer(server -> server.jwt(jwt ->
                        jwt.decoder(provider.reads(Provider.Found::programs)).jwtAuthenticationConverter(login))
                .authenticationEntryPoint((request, response, refused) -> {
                    if (request.getHeader("Authorization") != null) {
                        said(request, refused);
                    }
                    challenge.commence(request, response, refused);
                    Answer.say(response, HttpServletResponse.SC_UNAUTHORIZED, "Please send a token of your provider.");
                }));
    }

    /** For the person one sentence, for the log the reason; neither holds a token. */
    private static String said(HttpServletRequest request, AuthenticationException refused) {
        String code = refused instanceof OAuth2AuthenticationException known
                ? known.getError().getErrorCode()
                : refused.getClass().getSimpleName();
        LOG.warn("Login refused from {} by the provider's word: {}", request.getRemoteAddr(), code);
        return code.equals(ProviderLogin.REFUSED)
                ? String.valueOf(refused.getMessage())
                : "Your organisation's login did not succeed. Please try once more.";
    }

    @Override
    public String elsewhere() {
        return OAuth2AuthorizationRequestRedirectFilter.DEFAULT_AUTHORIZATION_REQUEST_BASE_URI + "/" + Provider.ID;
    }

    /** Chromium asks a form's policy about where its answer redirects to, too. */
    @Override
    public String formTargets() {
        URI issuer = URI.create(settings.issuer());
        return "'self' " + issuer.getScheme() + "://" + issuer.getRawAuthority();
    }

    @Override
    public @Nullable String afterLogout(HttpServletRequest request, @Nullable Authentication who) {
        if (who == null || !(who.getPrincipal() instanceof OidcUser user)) {
            return null;
        }
        String back = ServletUriComponentsBuilder.fromContextPath(request)
                .path("/login")
                .query("left")
                .toUriString();
        return provider.endOfSession()
                .map(end -> UriComponentsBuilder.fromUriString(end)
                        .queryParam("id_token_hint", user.getIdToken().getTokenValue())
                        .queryParam("client_id", settings.clientId())
                        .queryParam("post_logout_redirect_uri", back)
                        .encode()
                        .toUriString())
                .orElse(null);
    }

    /** The provider's tokens serve the login and nothing after it, so none is kept. */
    private static final class NothingKept implements OAuth2AuthorizedClientRepository {

        @Override
        public <T extends OAuth2AuthorizedClient> @Nullable T loadAuthorizedClient(
                String client, Authentication who, HttpServletRequest request) {
            return null;
        }

        @Override
        public void saveAuthorizedClient(
                OAuth2AuthorizedClient client,
                Authentication who,
                HttpServletRequest request,
                HttpServletResponse response) {
            // not kept
        }

        @Override
        public void removeAuthorizedClient(
                String client, Authentication who, HttpServletRequest request, HttpServletResponse response) {
            // not kept
        }
    }
}
