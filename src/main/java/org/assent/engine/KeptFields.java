package org.assent.engine;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What a form that somebody deploys into the running desk keeps of the one in force: its fields and what may be entered
 * in them, so that no answer is taken from an official and none is put into their mouth. Labels, texts, order and layout
 * are the process owner's.
 */
final class KeptFields {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String KEPT =
            ": what a form asks is changed with the programme, by its engineers; labels, texts and order are yours. Nothing was deployed.";
    /** By the name that the Modeler shows, where it stands in the file. */
    private static final Map<String, String> DETAILS = Map.of(
            "Required",
            "/validate/required",
            "Minimum",
            "/validate/min",
            "Maximum",
            "/validate/max",
            "Maximum length",
            "/validate/maxLength",
            "Disabled",
            "/disabled",
            "Read only",
            "/readonly",
            "Hide if",
            "/conditional/hide",
            "Options expression",
            "/valuesExpression",
            "Input values key",
            "/valuesKey",
            "Default value",
            "/defaultValue");

    private KeptFields() {}

    /** @param inForce by a form's id the one in force; null where there is none */
    static void check(String file, byte[] content, Function<String, byte @Nullable []> inForce) {
        JsonNode form = read(content);
        byte[] before = inForce.apply(form.path("id").asText());
        if (before != null) {
            check(file, fields(read(before)), fields(form));
        }
    }

    private static void check(String file, Map<String, JsonNode> before, Map<String, JsonNode> now) {
        before.forEach((key, field) -> {
            JsonNode drawn = now.get(key);
            String label = field.path("label").asText(key);
            if (drawn == null) {
                throw new Refusal(file + " lacks the field “" + label + "” (" + key + ") of the form in force" + KEPT);
            }
            String other = other(field, drawn);
            if (other != null) {
                throw new Refusal("“" + label + "” (" + key + ") in " + file + " is not as in the form in force ("
                        + other + ")" + KEPT);
            }
            check(file, fields(field), fields(drawn));
        });
        now.keySet().stream()
                .filter(key -> !before.containsKey(key))
                .findFirst()
                .ifPresent(key -> {
                    String shown = key.matches("[A-Za-z][A-Za-z0-9_]{0,60}") ? "“" + key + "”" : "of a name of its own";
                    throw new Refusal(file + " has a field " + shown + " that the form in force has not" + KEPT);
                });
    }

    private static @Nullable String other(JsonNode before, JsonNode now) {
        if (!before.path("type").equals(now.path("type"))) {
            return "kind of field";
        }
        if (!choices(before).equals(choices(now))) {
            return "choices";
        }
        return DETAILS.entrySet().stream()
                .filter(detail -> !text(before.at(detail.getValue())).equals(text(now.at(detail.getValue()))))
                .map(Map.Entry::getKey)
                .sorted()
                .findFirst()
                .orElse(null);
    }

    /** What is not said is no. */
    private static String text(JsonNode detail) {
        return detail.isNull() || detail.isMissingNode() || detail.isBoolean() && !detail.booleanValue()
                ? ""
                : detail.asText(detail.toString()).strip();
    }

    private static List<String> choices(JsonNode field) {
        return field.path("values").findValuesAsText("value").stream().sorted().toList();
    }

    /** Those of a form, or of a line of one of its lists. */
    private static Map<String, JsonNode> fields(JsonNode around) {
        Map<String, JsonNode> fields = new LinkedHashMap<>();
        FormFile.collect(around.path("components"), fields);
        return fields;
    }

    private static JsonNode read(byte[] form) {
        try {
            return JSON.readTree(form);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
