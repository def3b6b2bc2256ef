package org.assent.engine;

import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Attr;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/** What a model may hold: steps that name delegates, expressions that read variables; no script, class, connector or shell. */
final class BpmnGate {

    private static final String BPMN = "http://www.omg.org/spec/BPMN/20100524/MODEL";
    static final String CAMUNDA = "http://camunda.org/schema/1.0/bpmn";
    /** Older names of the engine's own attributes, which it still obeys. */
    private static final Set<String> LEGACY = Set.of("http://activiti.org/bpmn", "http://www.camunda.com/fox");

    private static final Set<String> ELEMENTS = Set.of(
            "properties",
            "property",
            "inputOutput",
            "inputParameter",
            "outputParameter",
            "list",
            "map",
            "entry",
            "value",
            "in",
            "out",
            "executionListener",
            "taskListener",
            "failedJobRetryTimeCycle",
            "formData",
            "formField",
            "validation",
            "constraint",
            "field",
            "string",
            "expression",
            "potentialStarter",
            "errorEventDefinition");
    static final Set<String> ATTRIBUTES = Set.of(
            "asyncBefore",
            "asyncAfter",
            "async",
            "exclusive",
            "assignee",
            "candidateUsers",
            "candidateGroups",
            "candidateStarterUsers",
            "candidateStarterGroups",
            "dueDate",
            "followUpDate",
            "priority",
            "jobPriority",
            "taskPriority",
            "delegateExpression",
            "formKey",
            "formRef",
            "formRefBinding",
            "formRefVersion",
            "decisionRef",
            "decisionRefBinding",
            "decisionRefVersion",
            "decisionRefVersionTag",
            "decisionRefTenantId",
            "mapDecisionResult",
            "resultVariable",
            "calledElementBinding",
            "calledElementVersion",
            "calledElementVersionTag",
            "calledElementTenantId",
            "historyTimeToLive",
            "versionTag",
            "isStartableInTasklist",
            "initiator",
            "collection",
            "elementVariable",
            "errorCodeVariable",
            "errorMessageVariable",
            "errorMessage",
            "escalationCodeVariable",
            "variableName",
            "variableEvents",
            "topic",
            "type",
            "diagramRelationId",
            "modelerTemplate",
            "modelerTemplateVersion",
            "modelerTemplateIcon");
    private static final String DELEGATE =
            "let it name a delegate, as ${%sDelegate}; if there is none yet, ask the engineers for it";

    private final Predicate<Object> delegates;
    private final Predicate<String> parts;

    /**
     * Knows the delegates by name.
     *
     * @param parts every part of the programme by name
     */
    BpmnGate(Predicate<Object> delegates, Predicate<String> parts) {
        this.delegates = delegates;
        this.parts = parts;
    }

    void check(String file, Document model) {
        check(file, model.getDocumentElement());
    }

    private void check(String file, Element element) {
        String name = element.getLocalName();
        if (isLegacy(element)) {
            throw refusal(
                    file,
                    element,
                    "uses “" + element.getNodeName() + "” of an older engine: use the Camunda properties");
        }
        if (BPMN.equals(element.getNamespaceURI())) {
            switch (name) {
                case "scriptTask", "script" ->
                    throw refusal(file, element, "is a script; make it a service task and " + DELEGATE);
                case "import" -> throw refusal(file, element, "imports a file from elsewhere; take the import out");
                default -> {
                    // a drawing's own elements say what happens when, and run nothing
                }
            }
        } else if (CAMUNDA.equals(element.getNamespaceURI()) && !ELEMENTS.contains(name)) {
            throw refusal(file, element, "uses “" + name + "”, which runs code; " + DELEGATE);
        }
        boolean ours = CAMUNDA.equals(element.getNamespaceURI());
        for (int i = 0; i < element.getAttributes().getLength(); i++) {
            check(file, element, (Attr) element.getAttributes().item(i), ours);
        }
        StringBuilder text = new StringBuilder();
        for (Node child = element.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child instanceof Element inner) {
                check(file, inner);
            } else if (child.getNodeType() == Node.TEXT_NODE || child.getNodeType() == Node.CDATA_SECTION_NODE) {
                text.append(child.getNodeValue());
            }
        }
        checkExpression(file, element, text.toString());
    }

    private void check(String file, Element element, Attr attribute, boolean ours) {
        String value = attribute.getValue();
        if (isLegacy(attribute)) {
            throw refusal(
                    file, element, "uses “" + attribute.getName() + "” of an older engine: use the Camunda properties");
        }
        String name = attribute.getLocalName();
        if (CAMUNDA.equals(attribute.getNamespaceURI()) || ours && attribute.getNamespaceURI() == null) {
            checkEngineAttribute(file, element, name, value, ours);
        } else if (name.equals("language") && BPMN.equals(element.getNamespaceURI())) {
            throw refusal(file, element, "is written in “" + value + "”; write a condition as ${variable} instead");
        }
        checkExpression(file, element, value);
    }

    private void checkEngineAttribute(String file, Element element, String name, String value, boolean ours) {
        switch (name) {
            case "class", "formHandlerClass", "variableMappingClass", "variableMappingDelegateExpression" ->
                throw refusal(file, element, "names a Java class; " + DELEGATE);
            case "scriptFormat", "resource" -> throw refusal(file, element, "runs a script; " + DELEGATE);
            case "expression" -> {
                if (!element.getLocalName().equals("errorEventDefinition")) {
                    throw refusal(file, element, "runs an expression; " + DELEGATE);
                }
            }
            case "type" -> {
                if (!ours && !value.equals("external")) {
                    throw refusal(file, element, "is a “" + value + "” step, which Assent does not run; " + DELEGATE);
                }
            }
            case "delegateExpression" -> checkDelegate(file, element, value);
            case "formKey" -> {
                if (!value.startsWith("camunda-forms:deployment:")) {
                    throw refusal(
                            file, element, "opens a page as its form; draw a form and choose it as “Camunda Form”");
                }
            }
            case "name" -> {
                if (element.getLocalName().equals("constraint") && value.equals("validator")) {
                    throw refusal(file, element, "checks a field by code; use the checks that forms offer");
                }
            }
            default -> {
                if (!ours && !ATTRIBUTES.contains(name)) {
                    throw refusal(
                            file, element, "has the property “" + name + "”, which Assent does not know; take it out");
                }
            }
        }
    }

    private void checkDelegate(String file, Element element, String value) {
        ExpressionText expression = ExpressionText.read(value);
        if (expression.names().size() != 1
                || !value.equals("${" + expression.names().iterator().next() + "}")) {
            throw refusal(file, element, "does not name one delegate; " + DELEGATE);
        }
        if (!delegates.test(expression.names().iterator().next())) {
            throw refusal(file, element, "asks for " + value + ", which is no delegate that Assent knows; " + DELEGATE);
        }
    }

    private void checkExpression(String file, Element element, String text) {
        if (!ExpressionText.isPresentIn(text)) {
            return;
        }
        ExpressionText expression = ExpressionText.read(text);
        if (expression.fault() != null) {
            throw refusal(
                    file,
                    element,
                    expression.fault()
                            + "; a model reads variables, as ${name}, compares them, and names delegates. Let a step before this one keep the result in a variable");
        }
        expression.names().stream()
                .filter(name -> parts.test(name) && !delegates.test(name))
                .findFirst()
                .ifPresent(name -> {
                    throw refusal(
                            file,
                            element,
                            "names “" + name
                                    + "”, a part of the programme that models may not use; name a delegate, or give the variable another name");
                });
    }

    private static boolean isLegacy(Node node) {
        return node.getNamespaceURI() != null && LEGACY.contains(node.getNamespaceURI());
    }

    private static Refusal refusal(String file, Element element, String fault) {
        Element box = box(element);
        String id = box == null ? "" : box.getAttribute("id");
        String name = box == null ? "" : box.getAttribute("name");
        String where =
                name.isBlank() || ExpressionText.isPresentIn(name) ? "“" + id + "”" : "“" + name + "” (" + id + ")";
        return new Refusal(where + " in " + file + " " + fault.replace("%s", id.isEmpty() ? "step" : id)
                + ". Nothing was deployed.");
    }

    /** The nearest thing around it that has an id, as it is found in the drawing. */
    private static @Nullable Element box(Element element) {
        for (Node node = element; node instanceof Element around; node = node.getParentNode()) {
            if (BPMN.equals(around.getNamespaceURI()) && around.hasAttribute("id")) {
                return around;
            }
        }
        return null;
    }
}
