package org.assent.access;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.regex.Pattern;
import org.springframework.web.filter.OncePerRequestFilter;

/** The engine's other notation (CMMN) is switched off and has no tables: asked for it, the engine would fail. */
final class OtherNotation extends OncePerRequestFilter {

    /** The list of definitions is empty without a table, and Cockpit's dashboard counts it. */
    private static final Pattern ADDRESSES =
            Pattern.compile("(?:/history)?/case-(?!definition(?:/count)?$)[^/]+(?:/.*)?");

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (!ADDRESSES.matcher(EngineAddress.of(request)).matches()) {
            chain.doFilter(request, response);
            return;
        }
        PlainAnswer.say(
                response,
                HttpServletResponse.SC_NOT_FOUND,
                "Refusal",
                "There are no cases of this kind here: processes are drawn in BPMN, decisions in DMN.");
    }
}
