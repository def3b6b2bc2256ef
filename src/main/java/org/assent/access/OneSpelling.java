package org.assent.access;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.MappingMatch;
import java.io.IOException;
import java.util.regex.Pattern;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * An address is spelt in one way: what reaches a servlet by dots, doubled slashes, parameters of the path or needless
 * escapes could pass a fence that reads addresses, and fails somewhere inside with an error of ours.
 */
final class OneSpelling extends OncePerRequestFilter {

    private static final Pattern STRANGE = Pattern.compile("(?i)//|;|\\\\|/\\.{1,2}(?:/|$)|%2e|%2f|%5c|%3b|%25|%00");

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String spelt = request.getRequestURI();
        boolean byServlet = request.getHttpServletMapping().getMappingMatch() == MappingMatch.PATH;
        if (STRANGE.matcher(spelt).find()
                || byServlet && !spelt.startsWith(request.getContextPath() + request.getServletPath())) {
            PlainAnswer.say(
                    response,
                    HttpServletResponse.SC_BAD_REQUEST,
                    "Refusal",
                    "There is no address of this spelling here. Nothing was changed.");
            return;
        }
        chain.doFilter(request, response);
    }
}
