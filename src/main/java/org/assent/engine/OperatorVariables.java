package org.assent.engine;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.InputStream;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.model.xml.instance.DomElement;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * What whoever operates the engine may set behind a case's back: dates that timers wait for, and names that no model
 * knows. What officials decide, who acts and to whom a case belongs is not among it. Public: the doors of the API ask it.
 */
@Component
public class OperatorVariables {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int LONGEST = 4000;
    private static final Pattern NAME = Pattern.compile("[A-Za-z][A-Za-z0-9_]{0,99}");
    private static final Pattern ID = Pattern.compile("id|key|code|.*[a-z](Id|Key|Code)|.*_(id|key|code)");
    private static final Set<String> KINDS =
            Set.of("string", "boolean", "short", "integer", "long", "double", "date", "json", "null");
    /** Elements whose expressions are dates: an operator may move them. */
    private static final Set<String> DATES = Set.of("timeDate", "timeDuration", "timeCycle");

    private static final Set<String> DATE_ATTRIBUTES = Set.of("dueDate", "followUpDate");
    private static final Set<String> PASSED_ON =
            Set.of("source", "target", "collection", "elementVariable", "resultVariable");

    private final ObjectProvider<RepositoryService> repository;
    private final ObjectProvider<RuntimeService> runtime;

    /** Asked late: the doors are made before the engine is. */
    OperatorVariables(ObjectProvider<RepositoryService> repository, ObjectProvider<RuntimeService> runtime) {
        this.repository = repository;
        this.runtime = runtime;
    }

    /** Refuses a name that is spoken for. */
    public void checkName(String name) {
        if (!NAME.matcher(name).matches()) {
            throw new Refusal("A variable's name has letters, figures and underscores only, so nothing was saved.");
        }
        String lower = name.toLowerCase(Locale.ROOT);
        if (lower.equals(TenantOfCase.ECONOMY)
                || lower.equals(TenantOfCase.ORGANISATION)
                || ID.matcher(name).matches()
                || EngineScope.withoutAuthorization(runtime.getObject(), this::spokenFor)
                        .contains(name)) {
            throw new Refusal(
                    "“" + name
                            + "” says what officials decided, who acts or to whom the case belongs. It comes from the case's own steps only, so nothing was saved.");
        }
    }

    /** Refuses a value that is no text, number, yes or no, date or JSON, or that holds markup. */
    public void checkValue(String name, JsonNode typed) {
        JsonNode value = typed.isObject() && (typed.has("value") || typed.has("type")) ? typed.path("value") : typed;
        String kind = typed.path("type").asText("null").toLowerCase(Locale.ROOT);
        if (!KINDS.contains(kind)
                || value.isContainerNode()
                || typed.path("valueInfo").has("objectTypeName")) {
            throw new Refusal(
                    "“" + name + "” must be text, a number, yes or no, a date or JSON, so nothing was saved.");
        }
        if (value.isTextual() && (value.textValue().length() > LONGEST || Markup.isIn(value.textValue()))) {
            throw new Refusal("“" + name + "” is too long or holds markup, so nothing was saved.");
        }
    }

    private Set<String> spokenFor() {
        Set<String> names = new HashSet<>();
        RepositoryService models = repository.getObject();
        for (ProcessDefinition latest :
                models.createProcessDefinitionQuery().latestVersion().list()) {
            collect(models.getBpmnModelInstance(latest.getId()).getDocument().getRootElement(), names);
            models.getDeploymentResourceNames(latest.getDeploymentId()).stream()
                    .filter(file -> file.endsWith(".form"))
                    .forEach(file -> names.addAll(keys(models.getResourceAsStream(latest.getDeploymentId(), file))));
        }
        return names;
    }

    private static void collect(DomElement element, Set<String> names) {
        String tag = element.getLocalName();
        if (!DATES.contains(tag) && element.getChildElements().isEmpty()) {
            names.addAll(ExpressionText.read(element.getTextContent()).names());
        }
        for (String attribute : BpmnGate.ATTRIBUTES) {
            String value = element.getAttribute(BpmnGate.CAMUNDA, attribute);
            if (value == null) {
                continue;
            }
            if (PASSED_ON.contains(attribute)) {
                names.add(value);
            } else if (!DATE_ATTRIBUTES.contains(attribute)) {
                names.addAll(ExpressionText.read(value).names());
            }
        }
        for (String attribute : PASSED_ON) {
            String value = element.getAttribute(attribute);
            if (value != null && NAME.matcher(value).matches()) {
                names.add(value);
            }
        }
        element.getChildElements().forEach(child -> collect(child, names));
    }

    private static Set<String> keys(InputStream form) {
        return FormFile.read(form).keys();
    }
}
