package org.assent.access;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.assent.engine.OperatorVariables;
import org.assent.engine.Refusal;
import org.assent.file.ReadRequest;
import org.camunda.bpm.engine.authorization.Groups;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * The doors of the engine's API by which a variable could be put into a case past its forms. Officials need none of them;
 * those who operate the engine may use them, but for no name that is spoken for.
 */
final class VariableFence extends OncePerRequestFilter {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern DOORS =
            Pattern.compile("/task/[^/]+/(?:variables|localVariables)(?:/.*)?|/task/[^/]+/(?:bpmnError|bpmnEscalation)"
                    + "|/process-instance/[^/]+/(?:variables(?:/.*)?|modification|modification-async)"
                    + "|/process-instance/(?:variables-async|message-async)"
                    + "|/execution/[^/]+/(?:localVariables(?:/.*)?|signal|create-incident|messageSubscriptions/[^/]+/trigger)"
                    + "|/event-subscription/[^/]+/trigger|/message|/signal|/condition"
                    + "|/migration/.*|/modification/.*"
                    + "|/process-definition/(?:key/)?[^/]+(?:/tenant-id/[^/]+)?/(?:start|restart|restart-async)"
                    + "|/external-task/(?!count$).*|/decision-definition/.*/evaluate"
                    + "|/history/variable-instance/(?!count$).+|/history/process-instance/[^/]+/variable-instances");
    /** Where the bodies of these doors keep variables by name. */
    private static final Set<String> HOLDERS = Set.of(
            "variables",
            "localVariables",
            "modifications",
            "processVariables",
            "processVariablesLocal",
            "processVariablesToTriggeredScope");

    private static final Pattern ONE = Pattern.compile("/.*/(?:variables|localVariables)/([^/]+)(/data)?");

    private final Callers callers;
    private final OperatorVariables rules;

    VariableFence(Callers callers, OperatorVariables rules) {
        this.callers = callers;
        this.rules = rules;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String address = EngineAddress.of(request);
        if (EngineAddress.onlyReads(request) || !DOORS.matcher(address).matches()) {
            chain.doFilter(request, response);
            return;
        }
        if (!callers.areIn(Set.of(Groups.CAMUNDA_ADMIN))) {
            PlainAnswer.say(
                    response,
                    HttpServletResponse.SC_FORBIDDEN,
                    "Refusal",
                    "Cases are moved and filled in by their forms only: complete the task, or start the case, with its form. Nothing was saved.");
            return;
        }
        try {
            check(request, address);
        } catch (Refusal refusal) {
            PlainAnswer.say(response, 422, "Refusal", String.valueOf(refusal.getMessage()));
            return;
        }
        chain.doFilter(request, response);
    }

    private void check(HttpServletRequest request, String address) throws IOException {
        if (!(request instanceof ReadRequest read)) {
            throw new Refusal("Files are no variables of a case, so nothing was saved.");
        }
        JsonNode body = read.body().length == 0 ? JSON.createObjectNode() : JSON.readTree(read.body());
        Matcher one = ONE.matcher(address);
        if (one.matches()) {
            rules.checkName(one.group(1));
            rules.checkValue(one.group(1), body);
        }
        walk(body);
    }

    private void walk(JsonNode node) {
        node.properties().forEach(entry -> {
            JsonNode value = entry.getValue();
            if (HOLDERS.contains(entry.getKey()) && value.isObject()) {
                value.properties().forEach(variable -> {
                    rules.checkName(variable.getKey());
                    rules.checkValue(variable.getKey(), variable.getValue());
                });
            } else if (entry.getKey().equals("deletions")) {
                value.forEach(name -> rules.checkName(name.asText()));
            }
            walk(value);
        });
        node.elements().forEachRemaining(element -> {
            if (element.isContainerNode() && node.isArray()) {
                walk(element);
            }
        });
    }
}
