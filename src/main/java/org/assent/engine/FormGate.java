package org.assent.engine;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.Locale;
import java.util.Set;

/** What a form may hold: fields, texts and lists; no foreign page, no HTML, no expression but the browser's own. */
final class FormGate {

    /** As strict as can be: what one reader takes for the form another must not take for something else. */
    private static final ObjectMapper JSON = new ObjectMapper()
            .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    /** Components that show what others wrote, or take files, where no form of this desk does. */
    private static final Set<String> REFUSED =
            Set.of("html", "iframe", "documentPreview", "filepicker", "button", "expression");

    private FormGate() {}

    static void check(String file, byte[] content) {
        try {
            JsonNode form = JSON.readTree(content);
            if (!form.path("components").isArray()) {
                throw new Refusal(
                        "“" + file + "” is no form: save it once more from the Modeler. Nothing was deployed.");
            }
            check(file, "form", form);
        } catch (IOException e) {
            throw new Refusal(
                    "“" + file + "” cannot be read: save it once more from the Modeler. Nothing was deployed.");
        }
    }

    private static void check(String file, String where, JsonNode node) {
        String label = node.path("label").asText(node.path("key").asText(where));
        String field = Markup.isIn(label) || ExpressionText.isPresentIn(label) ? where : label;
        if (node.isObject() && REFUSED.contains(node.path("type").asText())) {
            throw refusal(
                    file,
                    field,
                    "is a field of the kind “" + node.path("type").asText()
                            + "”, which forms of this desk do not use; take it out");
        }
        node.properties().forEach(entry -> check(file, field, entry.getValue()));
        node.elements().forEachRemaining(element -> check(file, field, element));
        if (node.isTextual()) {
            String text = node.textValue();
            if (ExpressionText.isPresentIn(text)) {
                throw refusal(file, field, "writes “${…}”; show a variable by giving a field its name");
            }
            if (Markup.isIn(text) || text.toLowerCase(Locale.ROOT).contains("javascript:")) {
                throw refusal(file, field, "holds HTML; write plain text");
            }
            String fault = text.startsWith("=") ? FeelText.fault(text.substring(1)) : null;
            if (fault != null) {
                throw refusal(file, field, fault + "; a formula of a form compares fields and shows variables");
            }
        }
    }

    private static Refusal refusal(String file, String field, String fault) {
        return new Refusal("“" + field + "” in " + file + " " + fault + ". Nothing was deployed.");
    }
}
