package org.assent.access;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.authorization.Groups;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Figures over everybody's finished cases, and settings of the engine: it asks only whether one may read the model, or
 * nothing, so that one ministry would see how far another has come. Auditors read them, administrators change them.
 */
final class WholeDesk extends OncePerRequestFilter {

    private static final Pattern ADDRESSES = Pattern.compile(
            "/history/(?:process-definition|decision-definition|decision-requirements-definition|batch)/.*(?:statistics|-report(?:/count)?)"
                    + "|/history/(?:process-instance|task)/report"
                    + "|/history/job-log(?:/.*)?"
                    + "|/telemetry/.*|/schema/log");

    /** The same figures as {@code /metrics}, for the pages of Admin and without a question. */
    private static final Pattern BEHIND_ADMIN = Pattern.compile("/camunda/api/admin/plugin/[^/]+/[^/]+/metrics/.*");

    /** The engine lets everybody stop and start jobs of no case, and forgets to ask for a batch's whole kind of jobs. */
    private static final Pattern JOBS = Pattern.compile("/job(?:-definition)?/(?!count$).+");

    private final Callers callers;

    WholeDesk(Callers callers) {
        this.callers = callers;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String address = EngineAddress.of(request);
        boolean aboutAll = ADDRESSES.matcher(address).matches()
                || JOBS.matcher(address).matches() && !EngineAddress.onlyReads(request)
                || BEHIND_ADMIN.matcher(EngineAddress.whole(request)).matches();
        if (!aboutAll || isTheirs(request)) {
            chain.doFilter(request, response);
            return;
        }
        PlainAnswer.say(
                response,
                HttpServletResponse.SC_FORBIDDEN,
                "Refusal",
                "This is about the cases of everybody: auditors may see it, administrators change it. Nothing was changed.");
    }

    private boolean isTheirs(HttpServletRequest request) {
        return callers.areIn(
                EngineAddress.onlyReads(request)
                        ? Set.of(Groups.CAMUNDA_ADMIN, "auditors")
                        : Set.of(Groups.CAMUNDA_ADMIN));
    }
}
