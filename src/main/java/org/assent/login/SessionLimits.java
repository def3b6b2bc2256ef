package org.assent.login;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.regex.Pattern;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Ends a session that nobody used for a while, and every session after its longest time. Before anything reads who is
 * logged in. The container's own timeout cannot see that a browser was left alone, because open pages go on asking.
 */
final class SessionLimits extends OncePerRequestFilter {

    static final String BEGUN = "assent.login.begun";
    static final String USED = "assent.login.used";
    /** Of a request whose session has just been ended. */
    static final String ENDED = "assent.login.ended";

    /** What Tasklist asks by itself, every some seconds: its list, how many tasks each filter has, the clock. */
    private static final Pattern BY_ITSELF = Pattern.compile(
            "/camunda/api/engine/engine/[^/]+/(filter/[^/]+/(list|count)|filter(/count)?)|/camunda/api/tasklist/plugin/assent/[^/]+/clock/time");

    private final Duration idle;
    private final Duration longest;
    private final InstantSource wall;

    /** By the machine's time: a rehearsal's clock ends no session and prolongs none. */
    SessionLimits(LoginSettings settings, InstantSource wall) {
        this.idle = settings.idle();
        this.longest = settings.longest();
        this.wall = wall;
    }

    /** To be told of each login, in its new session. */
    void begin(HttpSession session) {
        session.setAttribute(BEGUN, wall.instant());
        session.setAttribute(USED, wall.instant());
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        HttpSession session = request.getSession(false);
        if (session != null && session.getAttribute(BEGUN) instanceof Instant begun) {
            Instant now = wall.instant();
            Instant used = session.getAttribute(USED) instanceof Instant last ? last : begun;
            if (begun.plus(longest).isBefore(now) || used.plus(idle).isBefore(now)) {
                session.invalidate();
                request.setAttribute(ENDED, true);
            } else if (!BY_ITSELF.matcher(request.getRequestURI()).matches()) {
                session.setAttribute(USED, now);
            }
        }
        chain.doFilter(request, response);
    }
}
