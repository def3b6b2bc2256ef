package org.assent.login;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The page somebody wanted before they had to log in: one of the web apps here, or none. */
final class WhereTo {

    static final String PARAMETER = "to";

    private static final String REMEMBERED = "SPRING_SECURITY_ASSENT_TO";

    /** Nothing else is taken, or a login could send people to somebody else's site. */
    private static final Pattern APP = Pattern.compile(
            "/camunda/app/(tasklist|cockpit|admin|welcome)/[A-Za-z0-9-]{1,64}/(\\?[A-Za-z0-9=&._~%+-]{0,500})?");

    private WhereTo() {}

    /** The first page for this user, where none was asked for. */
    static String of(@Nullable String wanted) {
        return wanted != null && APP.matcher(wanted).matches() ? wanted : "/";
    }

    static String of(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        String wanted = request.getParameter(PARAMETER);
        return of(wanted == null && session != null ? (String) session.getAttribute(REMEMBERED) : wanted);
    }

    /** Across a provider's page, which brings nothing back; the name is one that outlives the change of session. */
    static void remember(HttpServletRequest request) {
        request.getSession().setAttribute(REMEMBERED, request.getParameter(PARAMETER));
    }

    /** The login page, which leads back to the page that this request asks for. */
    static String login(HttpServletRequest request) {
        String query = request.getQueryString();
        String wanted = request.getRequestURI() + (query == null ? "" : "?" + query);
        String to = of(wanted);
        String ended = request.getAttribute(SessionLimits.ENDED) == null ? "" : "ended";
        String where = to.equals("/") ? "" : PARAMETER + "=" + URLEncoder.encode(to, StandardCharsets.UTF_8);
        String both = ended + (ended.isEmpty() || where.isEmpty() ? "" : "&") + where;
        return "/login" + (both.isEmpty() ? "" : "?" + both);
    }
}
