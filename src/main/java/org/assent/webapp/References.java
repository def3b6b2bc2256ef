package org.assent.webapp;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Objects;
import org.slf4j.MDC;
import org.springframework.web.filter.OncePerRequestFilter;

/** Gives each request a reference that the log carries on every line and that people are told when something fails. */
final class References extends OncePerRequestFilter {

    /** Name under which each line of the log carries the request's reference. */
    static final String REFERENCE = "reference";

    private static final String ATTRIBUTE = References.class.getName();
    private static final SecureRandom RANDOM = new SecureRandom();

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        MDC.put(REFERENCE, of(request));
        try {
            chain.doFilter(request, response);
        } finally {
            MDC.remove(REFERENCE);
        }
    }

    /** The container tells of an error after the request has left the filters. */
    @Override
    protected boolean shouldNotFilterErrorDispatch() {
        return false;
    }

    static String of(HttpServletRequest request) {
        Object given = request.getAttribute(ATTRIBUTE);
        if (given == null) {
            given = fresh();
            request.setAttribute(ATTRIBUTE, given);
        }
        return Objects.requireNonNull(given).toString();
    }

    static String fresh() {
        byte[] four = new byte[4];
        RANDOM.nextBytes(four);
        return HexFormat.of().withUpperCase().formatHex(four);
    }
}
