package org.assent.access;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.assent.engine.Caller;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.Resources;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * What the pages of a web app ask answers those who may open the web app: the web apps guard their pages only, so that
 * everybody who has logged in could ask for Cockpit's counts of cases. Scripts and styles say nothing about anybody.
 */
final class BehindApps extends OncePerRequestFilter {

    private static final Pattern ASKED =
            Pattern.compile("/camunda/api/(cockpit|admin|tasklist)/plugin/(?![^/]+/static/)([^/]+).*");
    /** Our part of Tasklist answers the dashboard of Cockpit too: it decides about each answer itself. */
    private static final Map<String, String> OURS = Map.of("tasklist", "assent");

    private static final Map<String, String> NAMES =
            Map.of("cockpit", "Cockpit", "admin", "Admin", "tasklist", "Tasklist");

    private final Callers callers;
    private final ObjectProvider<AuthorizationService> rights;

    BehindApps(Callers callers, ObjectProvider<AuthorizationService> rights) {
        this.callers = callers;
        this.rights = rights;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Matcher asked = ASKED.matcher(EngineAddress.whole(request));
        if (!asked.matches() || asked.group(2).equals(OURS.get(asked.group(1))) || mayOpen(asked.group(1))) {
            chain.doFilter(request, response);
            return;
        }
        PlainAnswer.say(
                response,
                HttpServletResponse.SC_FORBIDDEN,
                "Refusal",
                "This belongs to %s, which is not open to you. Nothing was changed."
                        .formatted(NAMES.get(asked.group(1))));
    }

    private boolean mayOpen(String app) {
        Caller caller = callers.now();
        return caller.user() != null
                && rights.getObject()
                        .isUserAuthorized(
                                caller.user(), caller.groups(), Permissions.ACCESS, Resources.APPLICATION, app);
    }
}
