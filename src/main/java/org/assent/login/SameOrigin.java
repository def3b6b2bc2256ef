package org.assent.login;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Refuses what another site's page makes a browser send, before any token is looked at. Browsers say where a request
 * comes from and pages cannot change what they say; programs say nothing.
 */
final class SameOrigin extends OncePerRequestFilter {

    private static final Set<String> HARMLESS = Set.of("GET", "HEAD", "OPTIONS");

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (HARMLESS.contains(request.getMethod()) || isOurs(request)) {
            chain.doFilter(request, response);
        } else {
            Answer.say(response, HttpServletResponse.SC_FORBIDDEN, "This request comes from another site.");
        }
    }

    private static boolean isOurs(HttpServletRequest request) {
        String site = request.getHeader("Sec-Fetch-Site");
        if (site != null) {
            return site.equals("same-origin") || site.equals("none");
        }
        String origin = request.getHeader("Origin");
        return origin == null || isHost(request, authority(origin));
    }

    /** The address as the browser typed it, or as the declared proxy passes it on. */
    private static boolean isHost(HttpServletRequest request, @Nullable String authority) {
        String host = request.getServerName();
        int port = request.getServerPort();
        return authority != null
                && (authority.equalsIgnoreCase(request.getHeader("Host"))
                        || authority.equalsIgnoreCase(host) && port == (request.isSecure() ? 443 : 80)
                        || authority.equalsIgnoreCase(host + ":" + port));
    }

    private static @Nullable String authority(String origin) {
        try {
            return URI.create(origin).getRawAuthority();
        } catch (IllegalArgumentException nonsense) {
            return null;
        }
    }
}
