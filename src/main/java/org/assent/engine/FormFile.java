package org.assent.engine;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A Camunda form, read for what it lets an official enter. */
final class FormFile {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int LONGEST_LINE = 500;
    private static final int LONGEST_TEXT = 6000;
    private static final int MOST_ROWS = 500;
    /** Components that show and never submit. */
    private static final Set<String> SILENT =
            Set.of("text", "html", "image", "spacer", "separator", "table", "button", "iframe");

    private final Map<String, JsonNode> fields = new LinkedHashMap<>();

    private FormFile(JsonNode components) {
        collect(components, fields);
    }

    static FormFile read(InputStream form) {
        try (form) {
            return new FormFile(JSON.readTree(form).path("components"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void collect(JsonNode components, Map<String, JsonNode> fields) {
        for (JsonNode component : components) {
            String type = component.path("type").asText();
            if (type.equals("group") && !component.has("path")) {
                collect(component.path("components"), fields);
            } else if (type.equals("dynamiclist")) {
                fields.put(component.path("path").asText(), component);
            } else if (component.has("key") && !SILENT.contains(type)) {
                fields.put(component.path("key").asText(), component);
            }
        }
    }

    Set<String> keys() {
        return fields.keySet();
    }

    /**
     * Refuses what the form does not offer: other names, other types, other choices, over-long text, empty required
     * fields. A browser checks the same, but a form is no security boundary.
     */
    void check(Map<String, @Nullable Object> submitted) {
        submitted.forEach((key, value) -> {
            JsonNode field = fields.get(key);
            if (field == null) {
                throw new Refusal("This form has no field “" + key + "”, so nothing was saved.");
            }
            check(field, value);
        });
        for (Map.Entry<String, JsonNode> field : fields.entrySet()) {
            if (isRequired(field.getValue()) && isEmpty(submitted.get(field.getKey()))) {
                throw new Refusal("Please fill in “" + label(field.getValue()) + "”.");
            }
        }
    }

    private static void check(JsonNode field, @Nullable Object value) {
        if (value == null) {
            return;
        }
        boolean fits =
                switch (field.path("type").asText()) {
                    case "checkbox" -> value instanceof Boolean;
                    case "number" -> value instanceof Number || isNumber(value);
                    case "textfield", "datetime" ->
                        value instanceof String text && text.length() <= limit(field, LONGEST_LINE);
                    case "textarea" -> value instanceof String text && text.length() <= limit(field, LONGEST_TEXT);
                    case "select", "radio" -> value instanceof String choice && offers(field, choice);
                    case "checklist", "taglist" -> offersAll(field, json(value));
                    case "dynamiclist" -> {
                        checkRows(field, json(value));
                        yield true;
                    }
                    default -> !(value instanceof byte[]);
                };
        if (!fits) {
            throw new Refusal("What was entered for “" + label(field)
                    + "” cannot be accepted: it is too long or not one of the choices.");
        }
    }

    private static void checkRows(JsonNode list, JsonNode rows) {
        if (!rows.isArray() || rows.size() > MOST_ROWS) {
            throw new Refusal("The list “" + label(list) + "” cannot be read.");
        }
        Map<String, JsonNode> columns = new LinkedHashMap<>();
        collect(list.path("components"), columns);
        for (JsonNode row : rows) {
            for (String key : (Iterable<String>) row::fieldNames) {
                JsonNode column = columns.get(key);
                if (column == null) {
                    throw new Refusal(
                            "The list “" + label(list) + "” has no field “" + key + "”, so nothing was saved.");
                }
                check(column, plain(row.get(key)));
            }
            for (Map.Entry<String, JsonNode> column : columns.entrySet()) {
                if (isRequired(column.getValue()) && isEmpty(plain(row.path(column.getKey())))) {
                    throw new Refusal(
                            "Please fill in “" + label(column.getValue()) + "” in each line of “" + label(list) + "”.");
                }
            }
        }
    }

    private static @Nullable Object plain(JsonNode node) {
        if (node.isMissingNode() || node.isNull()) {
            return null;
        }
        if (node.isBoolean()) {
            return node.booleanValue();
        }
        if (node.isNumber()) {
            return node.numberValue();
        }
        return node.isTextual() ? node.textValue() : node;
    }

    private static JsonNode json(Object value) {
        try {
            return value instanceof JsonNode node ? node : JSON.readTree(value.toString());
        } catch (IOException e) {
            // the cause holds what was typed, so it is not passed on
            throw new Refusal("One of the lists could not be read, so nothing was saved.");
        }
    }

    private static boolean isRequired(JsonNode field) {
        return field.at("/validate/required").asBoolean()
                && !field.path("readonly").asBoolean()
                && !field.path("disabled").asBoolean()
                && !field.has("conditional");
    }

    private static boolean isEmpty(@Nullable Object value) {
        return value == null || value instanceof String text && text.isBlank();
    }

    private static boolean isNumber(Object value) {
        return value instanceof String text && text.matches("-?\\d{1,15}(\\.\\d{1,6})?");
    }

    private static int limit(JsonNode field, int otherwise) {
        return field.at("/validate/maxLength").asInt(otherwise);
    }

    /** Choices that come from data are checked by the entity that knows the data. */
    private static boolean offers(JsonNode field, String choice) {
        return !field.has("values") || choice.isEmpty() || choices(field).contains(choice);
    }

    private static boolean offersAll(JsonNode field, JsonNode chosen) {
        for (JsonNode one : chosen) {
            if (!one.isTextual() || !offers(field, one.textValue())) {
                return false;
            }
        }
        return chosen.isArray();
    }

    private static List<String> choices(JsonNode field) {
        List<String> choices = new ArrayList<>();
        field.path("values").forEach(choice -> choices.add(choice.path("value").asText()));
        return choices;
    }

    private static String label(JsonNode field) {
        return field.path("label").asText(field.path("key").asText());
    }
}
