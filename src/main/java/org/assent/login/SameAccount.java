package org.assent.login;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.assent.engine.AccountMarks;
import org.assent.engine.AccountMarks.Mark;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Ends a session whose account is no longer the one that logged in: it has another password, was deleted, or
 * is out of a group. Asked of the database with each request, so that it holds on every node at once. Whoever changes
 * their own password goes on, in a session of another name.
 */
final class SameAccount extends OncePerRequestFilter {

    private static final String KNOWN = "assent.login.account";
    private static final Pattern CREDENTIALS =
            Pattern.compile("/camunda/api/engine/engine/[^/]+/user/([^/]+)/credentials/?");

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
        Optional<Mark> now = accounts.of(known.user());
        if (now.filter(known.mark()::stillHolds).isEmpty()) {
            session.invalidate();
            request.setAttribute(SessionLimits.ENDED, true);
        } else if (!now.get().equals(known.mark())) {
            session.setAttribute(KNOWN, new Known(known.user(), now.get()));
        }
        chain.doFilter(request, response);
        if (setsOwnPassword(request, known.user()) && response.getStatus() < 300) {
            renew(request, response, known.user());
        }
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
