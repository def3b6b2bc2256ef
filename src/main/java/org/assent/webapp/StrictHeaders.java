package org.assent.webapp;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Tells browsers what they may do with what comes from here: pages are in no frame and tell no other site where they
 * are; answers of the APIs are kept nowhere, guessed to be nothing else, and would run nothing if a browser showed them.
 * A page's own content policy is its own business.
 */
final class StrictHeaders extends OncePerRequestFilter {

    private static final Map<String, String> EVERYWHERE = Map.of(
            "X-Content-Type-Options", "nosniff",
            "X-Frame-Options", "DENY",
            "Referrer-Policy", "same-origin",
            "Permissions-Policy",
                    "accelerometer=(), camera=(), display-capture=(), geolocation=(), gyroscope=(), magnetometer=(), "
                            + "microphone=(), midi=(), payment=(), serial=(), usb=()",
            "Cross-Origin-Opener-Policy", "same-origin",
            "Cross-Origin-Resource-Policy", "same-origin");

    private static final Map<String, String> ANSWERS = Map.of(
            "Content-Security-Policy",
                    "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; sandbox",
            "Cache-Control", "no-store",
            "Referrer-Policy", "no-referrer");

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        EVERYWHERE.forEach(response::setHeader);
        if (request.isSecure()) {
            response.setHeader("Strict-Transport-Security", "max-age=31536000");
        }
        if (isAnswer(request.getRequestURI().substring(request.getContextPath().length()))) {
            Map<String, String> fixed = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
            fixed.putAll(EVERYWHERE);
            fixed.putAll(ANSWERS);
            fixed.forEach(response::setHeader);
            chain.doFilter(request, new Fixed(response, fixed));
        } else {
            chain.doFilter(request, response);
        }
    }

    /** Scripts and styles of the web apps' plugins come through their API too. */
    private static boolean isAnswer(String path) {
        return path.matches("/+(api|engine-rest|camunda/+api|actuator|error)(/.*)?")
                && !path.matches(".*/plugin/[^/]+/static/.*");
    }

    /** A page that is sent in place of one that failed begins anew, without a header. */
    @Override
    protected boolean shouldNotFilterErrorDispatch() {
        return false;
    }

    /** Whoever answers may not be more lenient. */
    private static final class Fixed extends HttpServletResponseWrapper {
        private final Map<String, String> fixed;

        Fixed(HttpServletResponse response, Map<String, String> fixed) {
            super(response);
            this.fixed = fixed;
        }

        @Override
        public void setHeader(String name, String value) {
            if (!fixed.containsKey(name)) {
                super.setHeader(name, value);
            }
        }

        @Override
        public void addHeader(String name, String value) {
            if (!fixed.containsKey(name)) {
                super.addHeader(name, value);
            }
        }

        @Override
        public void reset() {
            super.reset();
            fixed.forEach(super::setHeader);
        }
    }
}
