package org.assent.login;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpMethod;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtException;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Takes the provider's word that somebody has logged out there, and ends their sessions here (OpenID Connect
 * Back-Channel Logout 1.0). Nobody is logged in on this way and no cookie comes along: the signed token alone counts.
 */
// not Spring's own, which sends a request to this desk for each session, past the proxy and its certificate
final class ProviderLogout extends OncePerRequestFilter {

    /** The address that Spring's has. */
    private static final RequestMatcher ADDRESS = PathPatternRequestMatcher.withDefaults()
            .matcher(HttpMethod.POST, "/logout/connect/back-channel/" + Provider.ID);

    private static final Logger LOG = LoggerFactory.getLogger(ProviderLogout.class);

    private final JwtDecoder tokens;
    private final ProviderSessions sessions;

    ProviderLogout(JwtDecoder tokens, ProviderSessions sessions) {
        this.tokens = tokens;
        this.sessions = sessions;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !ADDRESS.matches(request);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String token = request.getParameter("logout_token");
        try {
            sessions.end(tokens.decode(token == null ? "" : token));
            response.setHeader("Cache-Control", "no-store");
        } catch (JwtException refused) {
            LOG.warn(
                    "A logout by the provider was refused from {}: {}",
                    request.getRemoteAddr(),
                    refused.getClass().getSimpleName());
            Answer.say(response, HttpServletResponse.SC_BAD_REQUEST, "This is no logout token for this desk.");
        }
    }
}
