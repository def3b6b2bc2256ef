package org.assent.login;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.logout.SecurityContextLogoutHandler;
import org.springframework.stereotype.Component;

/** Ends a login everywhere, and has the browser forget what Tasklist kept of forms that were not completed. */
@Component
class Logout {

    /** What a web app's script is to open next. */
    static final String NEXT = "X-Assent-Next";
    /** Said by Tasklist when its official chose to keep an unsaved agreement in this browser. */
    static final String KEEP = "X-Assent-Keep";

    private static final String DONE = "/login?left";

    private final WaysIn ways;

    Logout(WaysIn ways) {
        this.ways = ways;
    }

    /** By a web app's own control: its script leads on. */
    void fromApp(HttpServletRequest request, HttpServletResponse response, @Nullable Authentication login) {
        String next = ways.afterLogout(request, login);
        if (request.getHeader(KEEP) == null) {
            forget(response);
        }
        end(request, response, login);
        response.setHeader(NEXT, next == null ? DONE : next);
    }

    /** By our own page, without a script. */
    String fromPage(HttpServletRequest request, HttpServletResponse response, @Nullable Authentication login) {
        String next = ways.afterLogout(request, login);
        forget(response);
        return next == null ? DONE : next;
    }

    void end(HttpServletRequest request, HttpServletResponse response, @Nullable Authentication login) {
        new SecurityContextLogoutHandler().logout(request, response, login);
    }

    /** The browser does this by itself, over HTTPS and on this machine; the login page has a script for all others. */
    private static void forget(HttpServletResponse response) {
        response.setHeader("Clear-Site-Data", "\"storage\"");
    }
}
