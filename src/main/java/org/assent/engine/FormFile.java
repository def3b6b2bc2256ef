package org.assent.engine;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A Camunda form, read for what it lets an official enter. */
final class FormFile {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int LONGEST_LINE = 500;
    private static final int LONGEST_TEXT = 6000;
    private static final int MOST_ROWS = 500;
    private static final Pattern NUMBER = Pattern.compile("-?\\d{1,15}(\\.\\d{1,6})?(E-?\\d{1,2})?");
    private static final Pattern DATE = Pattern.compile("[0-9TZ:.+-]{0,35}");
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

    /** Those of these components that submit something, by the name under which they do. */
    static void collect(JsonNode components, Map<String, JsonNode> fields) {
        for (JsonNode component : components) {
            String name = nameOf(component);
            if (isFrame(component)) {
                collect(component.path("components"), fields);
            } else if (name != null) {
                fields.put(name, component);
            }
        }
    }

    /** Whether it only holds others together. */
    static boolean isFrame(JsonNode component) {
        return component.path("type").asText().equals("group") && !component.has("path");
    }

    /** The name under which it submits something; null if it only shows. */
    static @Nullable String nameOf(JsonNode component) {
        String type = component.path("type").asText();
        if (type.equals("dynamiclist")) {
            return component.path("path").asText();
        }
        return component.has("key") && !SILENT.contains(type)
                ? component.path("key").asText()
                : null;
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
                throw new Refusal("This form has no field “" + shown(key) + "”, so nothing was saved.");
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
        String type = field.path("type").asText();
        switch (type) {
            case "checkbox" -> demand(value instanceof Boolean, field, "it must be yes or no");
            case "number" -> demand(isNumber(field, value), field, "it must be a number" + range(field));
            case "datetime" ->
                demand(
                        value instanceof String date && DATE.matcher(date).matches(),
                        field,
                        "it must be a date or a time");
            case "textarea" -> checkText(field, value, limit(field, LONGEST_TEXT));
            case "select", "radio" -> {
                checkText(field, value, LONGEST_LINE);
                demand(offers(field, value.toString()), field, "it is not one of the choices");
            }
            case "checklist", "taglist" ->
                demand(offersAll(field, json(field, value)), field, "it is not one of the choices");
            case "dynamiclist" -> checkRows(field, json(field, value));
            default -> checkText(field, value, limit(field, LONGEST_LINE));
        }
    }

    private static void checkText(JsonNode field, Object value, int longest) {
        demand(value instanceof String, field, "it must be text");
        demand(value.toString().length() <= longest, field, "it is longer than " + longest + " characters");
        demand(!Markup.isIn(value.toString()), field, "it holds a tag or a character that cannot be printed");
    }

    private static void demand(boolean fits, JsonNode field, String otherwise) {
        if (!fits) {
            throw new Refusal("What was entered for “" + label(field) + "” cannot be accepted: " + otherwise + ".");
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
                            "The list “" + label(list) + "” has no field “" + shown(key) + "”, so nothing was saved.");
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

    private static JsonNode json(JsonNode field, Object value) {
        try {
            return value instanceof JsonNode node ? node : JSON.readTree(value.toString());
        } catch (IOException e) {
            // the cause holds what was typed, so it is not passed on
            throw new Refusal("What was entered for “" + label(field) + "” cannot be accepted: it must be a list.");
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

    private static boolean isNumber(JsonNode field, Object value) {
        if (!(value instanceof Number || value instanceof String)
                || !NUMBER.matcher(value.toString()).matches()) {
            return false;
        }
        BigDecimal number = new BigDecimal(value.toString());
        JsonNode least = field.at("/validate/min");
        JsonNode most = field.at("/validate/max");
        return (!least.isNumber() || number.compareTo(least.decimalValue()) >= 0)
                && (!most.isNumber() || number.compareTo(most.decimalValue()) <= 0);
    }

    private static String range(JsonNode field) {
        JsonNode least = field.at("/validate/min");
        JsonNode most = field.at("/validate/max");
        return (least.isNumber() ? ", at least " + least.asText() : "")
                + (most.isNumber() ? ", at most " + most.asText() : "");
    }

    /** A name nobody offered may be anything: it is not repeated when it is no name. */
    private static String shown(String key) {
        return key.matches("[A-Za-z][A-Za-z0-9_]{0,60}") ? key : "of this name";
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
            if (!one.isTextual()
                    || one.textValue().length() > LONGEST_LINE
                    || Markup.isIn(one.textValue())
                    || !offers(field, one.textValue())) {
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
