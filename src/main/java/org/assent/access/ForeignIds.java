package org.assent.access;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.authorization.Groups;
import org.camunda.bpm.engine.query.Query;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Whoever asks for something by an id that is not theirs hears the same as for an id that never was: otherwise the
 * engine's many answers (403, 404, 500) would tell which ids exist. Asks only when a request has failed, or would not tell.
 */
final class ForeignIds extends OncePerRequestFilter {

    private static final Pattern BY_ID = Pattern.compile(
            "/(history/)?(task|process-instance|execution|variable-instance|job|incident|deployment|filter|batch|event-subscription|activity-instance|detail)/([^/]+)(/.*)?");
    /** What is done to many cases at once. */
    private static final String DONE =
            "delete|delete-async|retries|suspended|suspended-async|set-removal-time|.*-async|.*-query-based";

    /** What stands where an id would, at addresses of many. */
    private static final Pattern NO_ID = Pattern.compile("count|create|report|statistics|registered|.*-report|" + DONE);

    /** Of those cases some may be another's: the answers would tell. */
    private static final Pattern MANY = Pattern.compile(
            "/(?:history/)?(?:process-instance|process-definition|job|job-definition|decision-instance|external-task|task|batch|variable-instance|modification|migration)/(?:restart|execute|executeAsync|.*-retries|"
                    + DONE + ")");

    private static final Set<String> OPERATORS = Set.of(Groups.CAMUNDA_ADMIN);

    private final ObjectProvider<ProcessEngine> engine;
    private final Callers callers;

    ForeignIds(ObjectProvider<ProcessEngine> engine, Callers callers) {
        this.engine = engine;
        this.callers = callers;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String asked = EngineAddress.of(request);
        Matcher address = BY_ID.matcher(asked);
        if (!request.getMethod().equals("GET") && MANY.matcher(asked).matches() && !callers.areIn(OPERATORS)) {
            PlainAnswer.say(
                    response,
                    HttpServletResponse.SC_FORBIDDEN,
                    "Refusal",
                    "You may not do this: it is the work of somebody else.");
            return;
        }
        boolean byId = address.matches() && !NO_ID.matcher(address.group(3)).matches();
        if (!byId || !isBlind(request, address) || isTheirs(address)) {
            chain.doFilter(request, response);
            if (!byId || !hasFailed(response) || isTheirs(address)) {
                return;
            }
        }
        PlainAnswer.say(
                response,
                HttpServletResponse.SC_NOT_FOUND,
                "NotFound",
                address.group(1) == null && address.group(2).equals("task")
                        ? "This task is no longer open: somebody completed it, its date has passed, or it was never yours. Nothing was saved."
                        : "There is nothing of this number, or it is not yours. Nothing was saved.");
    }

    private static boolean hasFailed(HttpServletResponse response) {
        return response.getStatus() >= 400 && response.getStatus() != 401 && !response.isCommitted();
    }

    /** The engine says yes to these for ids that it does not know. */
    private static boolean isBlind(HttpServletRequest request, Matcher address) {
        return request.getMethod().equals("DELETE") || "/suspended".equals(address.group(4));
    }

    private boolean isTheirs(Matcher address) {
        Query<?, ?> query = query(engine.getObject(), address.group(1) != null, address.group(2), address.group(3));
        return callers.hear(() -> query == null || query.count() > 0);
    }

    private static @Nullable Query<?, ?> query(ProcessEngine desk, boolean past, String kind, String id) {
        var history = desk.getHistoryService();
        var runtime = desk.getRuntimeService();
        return switch (kind) {
            case "task" ->
                past
                        ? history.createHistoricTaskInstanceQuery().taskId(id)
                        : desk.getTaskService().createTaskQuery().taskId(id);
            case "process-instance" ->
                past
                        ? history.createHistoricProcessInstanceQuery().processInstanceId(id)
                        : runtime.createProcessInstanceQuery().processInstanceId(id);
            case "execution" -> runtime.createExecutionQuery().executionId(id);
            case "variable-instance" ->
                past
                        ? history.createHistoricVariableInstanceQuery().variableId(id)
                        : runtime.createVariableInstanceQuery().variableId(id);
            case "activity-instance" ->
                history.createHistoricActivityInstanceQuery().activityInstanceId(id);
            case "detail" -> history.createHistoricDetailQuery().detailId(id);
            case "incident" ->
                past
                        ? history.createHistoricIncidentQuery().incidentId(id)
                        : runtime.createIncidentQuery().incidentId(id);
            case "job" -> desk.getManagementService().createJobQuery().jobId(id);
            case "batch" ->
                past
                        ? history.createHistoricBatchQuery().batchId(id)
                        : desk.getManagementService().createBatchQuery().batchId(id);
            case "deployment" ->
                desk.getRepositoryService().createDeploymentQuery().deploymentId(id);
            case "event-subscription" -> runtime.createEventSubscriptionQuery().eventSubscriptionId(id);
            case "filter" -> desk.getFilterService().createFilterQuery().filterId(id);
            default -> null;
        };
    }
}
