package org.assent.engine;

import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Attr;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/** What a decision table may hold: rules in FEEL that compare; no other language, no function of its own. */
final class TableGate {

    private static final Set<String> CODE = Set.of(
            "functionDefinition",
            "encapsulatedLogic",
            "businessKnowledgeModel",
            "invocation",
            "import",
            "importedValues",
            "decisionService",
            "context");
    private static final Set<String> IN_FEEL = Set.of(
            "inputExpression",
            "inputEntry",
            "outputEntry",
            "literalExpression",
            "inputValues",
            "outputValues",
            "defaultOutputEntry");

    private TableGate() {}

    static void check(String file, Document table) {
        check(file, table.getDocumentElement());
    }

    private static void check(String file, Element element) {
        if (CODE.contains(element.getLocalName())) {
            throw refusal(
                    file,
                    element,
                    "holds “" + element.getLocalName() + "”; keep to a table of inputs, outputs and rules");
        }
        for (int i = 0; i < element.getAttributes().getLength(); i++) {
            Attr attribute = (Attr) element.getAttributes().item(i);
            if (attribute.getLocalName().equals("expressionLanguage") && !isFeel(attribute.getValue())) {
                throw refusal(file, element, "is written in “" + attribute.getValue() + "”; write it in FEEL");
            }
            if (ExpressionText.isPresentIn(attribute.getValue())) {
                throw refusal(file, element, "writes “${…}”, which is no rule; write the value itself");
            }
        }
        StringBuilder text = new StringBuilder();
        for (Node child = element.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child instanceof Element inner) {
                check(file, inner);
            } else if (child.getNodeType() == Node.TEXT_NODE || child.getNodeType() == Node.CDATA_SECTION_NODE) {
                text.append(child.getNodeValue());
            }
        }
        String fault = isRule(element)
                ? FeelText.fault(text.toString())
                : ExpressionText.isPresentIn(text.toString()) ? "writes “${…}”" : null;
        if (fault != null) {
            throw refusal(file, element, fault + "; a rule compares its input with texts, numbers and dates");
        }
    }

    private static boolean isRule(Element element) {
        return element.getLocalName().equals("text")
                && element.getParentNode() instanceof Element around
                && IN_FEEL.contains(around.getLocalName());
    }

    private static boolean isFeel(String language) {
        String lower = language.toLowerCase(Locale.ROOT);
        return lower.equals("feel") || lower.startsWith("http") && lower.contains("/feel");
    }

    private static Refusal refusal(String file, Element element, String fault) {
        @Nullable String id = null;
        for (Node node = element; node instanceof Element around && id == null; node = node.getParentNode()) {
            id = around.hasAttribute("id") ? around.getAttribute("id") : null;
        }
        return new Refusal(
                (id == null ? "A cell" : "“" + id + "”") + " in " + file + " " + fault + ". Nothing was deployed.");
    }
}
