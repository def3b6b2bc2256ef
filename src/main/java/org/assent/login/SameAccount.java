package org.assent.login;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.assent.engine.AccountMarks;
import org.assent.engine.AccountMarks.Mark;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.WebUtils;

/**
 * Ends a session whose account is no longer the one that logged in: it has another password, was deleted, or
 * is out of a group. Asked of the database with each request, so that it holds on every node at once. Whoever changes
 * their own password goes on, in a session of another name.
 */
final class SameAccount extends OncePerRequestFilter {

    private static final String KNOWN = "assent.login.account";
    private static final Pattern CREDENTIALS =
            Pattern.compile("/camunda/api/engine/engine/[^/]+/user/([^/]+)/credentials/?");

    private static final Pattern STATIC =
            Pattern.compile("/camunda/(app|lib|assets|favicon)[^;]*[.](js|css|svg|png|ico|woff2?|ttf)");

    private final AccountMarks accounts;

    SameAccount(AccountMarks accounts) {
        this.accounts = accounts;
    }

    /** What a session remembers of the account. */
    private record Known(String user, Mark mark) {}

    /** To be told of each login, in its new session. */
    void begin(HttpSession session, String user) {
        accounts.of(user).ifPresentOrElse(mark -> session.setAttribute(KNOWN, new Known(user, mark)), () -> {
            // closed at the very moment of the login
            session.invalidate();
        });
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        HttpSession session = request.getSession(false);
        if (session == null || !(session.getAttribute(KNOWN) instanceof Known known)) {
            chain.doFilter(request, response);
            return;
        }
        if (setsOwnPassword(request, known.user())) {
            // what else this session asks meanwhile waits, and is then asked as the renewed one
            synchronized (WebUtils.getSessionMutex(session)) {
                demandTheSame(request, session);
                chain.doFilter(request, response);
                if (response.getStatus() < 300) {
                    renew(request, response, known.user());
                }
            }
            return;
        }
        if (!isTheSame(session, known)) {
            synchronized (WebUtils.getSessionMutex(session)) {
                demandTheSame(request, session);
            }
        }
        chain.doFilter(request, response);
    }

    /** Scripts, styles and pictures of the web apps: they are the same for everybody. */
    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return request.getMethod().equals("GET")
                && STATIC.matcher(request.getServletPath() + Objects.requireNonNullElse(request.getPathInfo(), ""))
                        .matches();
    }

    /** Asked of what the session remembers now: its own change of the password may have ended just before. */
    private void demandTheSame(HttpServletRequest request, HttpSession session) {
        try {
            if (session.getAttribute(KNOWN) instanceof Known known && !isTheSame(session, known)) {
                session.invalidate();
                request.setAttribute(SessionLimits.ENDED, true);
            }
        } catch (IllegalStateException invalidated) {
            // by another request of this session, which is to be told the same
            request.setAttribute(SessionLimits.ENDED, true);
        }
    }

    private boolean isTheSame(HttpSession session, Known known) {
        Optional<Mark> now = accounts.of(known.user());
        if (now.filter(known.mark()::stillHolds).isEmpty()) {
            return false;
        }
        if (!now.get().equals(known.mark())) {
            session.setAttribute(KNOWN, new Known(known.user(), now.get()));
        }
        return true;
    }

    private static boolean setsOwnPassword(HttpServletRequest request, String user) {
        Matcher credentials = CREDENTIALS.matcher(
                request.getServletPath() + (request.getPathInfo() == null ? "" : request.getPathInfo()));
        return request.getMethod().equals("PUT")
                && credentials.matches()
                && credentials.group(1).equals(user);
    }

    private void renew(HttpServletRequest request, HttpServletResponse response, String user) {
        HttpSession session = request.getSession(false);
        if (session != null) {
            if (!response.isCommitted()) {
                request.changeSessionId();
            }
            begin(session, user);
        }
    }
}
