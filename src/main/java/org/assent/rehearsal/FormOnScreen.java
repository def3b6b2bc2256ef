package org.assent.rehearsal;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.camunda.bpm.dmn.feel.impl.FeelEngine;
import org.camunda.bpm.dmn.feel.impl.scala.ScalaFeelEngineFactory;
import org.camunda.bpm.engine.variable.Variables;
import org.jspecify.annotations.Nullable;

/**
 * A task's form as Tasklist shows it to an official: what is shown, what can be entered, what is hidden now. It fails
 * where the official could not go on, and submits all visible fields and nothing else.
 */
final class FormOnScreen {

    private static final FeelEngine FEEL = new ScalaFeelEngineFactory().createInstance();
    private static final Set<String> SILENT =
            Set.of("text", "html", "image", "spacer", "separator", "table", "button", "iframe", "expression");

    /** A field, with the conditions of itself and of the groups around it under which it is hidden. */
    private record Field(JsonNode json, List<String> hiddenIf) {

        String type() {
            return json.path("type").asText();
        }

        String label() {
            for (String name : List.of("label", "dateLabel", "timeLabel", "key")) {
                if (json.hasNonNull(name)) {
                    return json.path(name).asText();
                }
            }
            return json.path("path").asText();
        }

        boolean is(String flag) {
            return json.path(flag).asBoolean();
        }

        boolean isRequired() {
            return json.at("/validate/required").asBoolean() && !is("readonly");
        }
    }

    private final String title;
    private final Map<String, Field> fields = new LinkedHashMap<>();
    private final Map<String, @Nullable Object> shown;
    private final Map<String, @Nullable Object> entered = new LinkedHashMap<>();
    private final Set<String> touched = new LinkedHashSet<>();

    /** @param title of the task, for messages */
    FormOnScreen(String title, JsonNode form, Map<String, @Nullable Object> shown) {
        this.title = title;
        this.shown = shown;
        collect(form.path("components"), List.of(), fields);
        fields.forEach((key, field) -> entered.put(key, first(field, shown.get(key))));
    }

    private static void collect(JsonNode components, List<String> around, Map<String, Field> fields) {
        for (JsonNode component : components) {
            String type = component.path("type").asText();
            List<String> hiddenIf = new ArrayList<>(around);
            if (component.at("/conditional/hide").isTextual()) {
                hiddenIf.add(component.at("/conditional/hide").asText().substring(1));
            }
            if (type.equals("group") && !component.has("path")) {
                collect(component.path("components"), hiddenIf, fields);
            } else if (type.equals("dynamiclist")) {
                fields.put(component.path("path").asText(), new Field(component, hiddenIf));
            } else if (component.has("key") && !SILENT.contains(type)) {
                fields.put(component.path("key").asText(), new Field(component, hiddenIf));
            }
        }
    }

    private static @Nullable Object first(Field field, @Nullable Object prefilled) {
        if (prefilled != null) {
            return prefilled;
        }
        JsonNode otherwise = field.json().path("defaultValue");
        return switch (field.type()) {
            case "checkbox" -> otherwise.asBoolean();
            case "dynamiclist" -> emptyRows(field);
            case "checklist", "taglist" -> List.of();
            case "textfield", "textarea" -> otherwise.asText("");
            default -> otherwise.isTextual() ? otherwise.asText() : null;
        };
    }

    private static List<Map<String, @Nullable Object>> emptyRows(Field list) {
        List<Map<String, @Nullable Object>> rows = new ArrayList<>();
        for (int i = 0; i < list.json().path("defaultRepetitions").asInt(1); i++) {
            Map<String, @Nullable Object> row = new LinkedHashMap<>();
            columns(list).forEach((key, column) -> row.put(key, first(column, null)));
            rows.add(row);
        }
        return rows;
    }

    private static Map<String, Field> columns(Field list) {
        Map<String, Field> columns = new LinkedHashMap<>();
        collect(list.json().path("components"), List.of(), columns);
        return columns;
    }

    /** What the form shows under this name, whether a field or a text; empty where it shows nothing. */
    String text(String key) {
        Object value = entered.containsKey(key) ? entered.get(key) : shown.get(key);
        return value == null ? "" : value.toString();
    }

    /** How many lines a table shows. */
    int shownRows(String key) {
        return shown.get(key) instanceof List<?> rows ? rows.size() : 0;
    }

    /** The choices that a field offers from data. */
    List<String> choices(String key) {
        return List.copyOf(offered(field(key)));
    }

    /** The rows of a list as they stand, to be changed and set again. */
    List<Map<String, @Nullable Object>> rows(String key) {
        field(key);
        return copy(entered.get(key));
    }

    private static List<Map<String, @Nullable Object>> copy(@Nullable Object value) {
        List<Map<String, @Nullable Object>> rows = new ArrayList<>();
        if (value instanceof List<?> list) {
            for (Object row : list) {
                Map<String, @Nullable Object> copied = new LinkedHashMap<>();
                ((Map<?, ?>) row).forEach((key, cell) -> copied.put(String.valueOf(key), cell));
                rows.add(copied);
            }
        }
        return rows;
    }

    /** Enters one value. */
    FormOnScreen enter(String key, @Nullable Object value) {
        Field field = field(key);
        refuseIf(field.is("readonly") || field.is("disabled"), "only shows “%s”".formatted(field.label()));
        refuseUnlessFits(field, value);
        if (field.type().equals("dynamiclist")) {
            refuseUnlessRowsFit(field, copy(entered.get(key)), copy(value));
        }
        entered.put(key, value);
        touched.add(key);
        return this;
    }

    private void refuseUnlessRowsFit(
            Field list, List<Map<String, @Nullable Object>> before, List<Map<String, @Nullable Object>> after) {
        Map<String, Field> columns = columns(list);
        refuseIf(
                !list.is("allowAddRemove") && before.size() != after.size(),
                "lets nobody add or remove lines of “%s”".formatted(list.label()));
        for (int i = 0; i < after.size(); i++) {
            for (Map.Entry<String, @Nullable Object> cell : after.get(i).entrySet()) {
                Field column = columns.get(cell.getKey());
                if (column == null) {
                    throw failure("has no field “%s” in “%s”".formatted(cell.getKey(), list.label()));
                }
                Object stood = i < before.size() ? before.get(i).get(cell.getKey()) : null;
                refuseIf(
                        column.is("readonly") && !Objects.equals(stood, cell.getValue()),
                        "only shows “%s” in “%s”".formatted(column.label(), list.label()));
                refuseUnlessFits(column, cell.getValue());
            }
        }
    }

    private void refuseUnlessFits(Field field, @Nullable Object value) {
        if (value == null || "".equals(value)) {
            return;
        }
        boolean fits =
                switch (field.type()) {
                    case "checkbox" -> value instanceof Boolean;
                    case "number" -> value instanceof Number number && isWithin(field, number.doubleValue());
                    case "select", "radio" -> offered(field).contains(value);
                    case "checklist", "taglist" ->
                        value instanceof List<?> chosen && offered(field).containsAll(chosen);
                    case "dynamiclist" -> value instanceof List<?>;
                    default -> value instanceof String;
                };
        refuseIf(!fits, "does not take what was entered for “%s”".formatted(field.label()));
    }

    private static boolean isWithin(Field field, double value) {
        JsonNode validate = field.json().path("validate");
        return value >= validate.path("min").asDouble(-Double.MAX_VALUE)
                && value <= validate.path("max").asDouble(Double.MAX_VALUE);
    }

    private Set<String> offered(Field field) {
        Set<String> choices = new LinkedHashSet<>();
        if (field.json().has("valuesKey")) {
            Object rows = shown.get(field.json().path("valuesKey").asText());
            for (Object row : rows instanceof List<?> list ? list : List.of()) {
                choices.add(String.valueOf(row instanceof Map<?, ?> choice ? choice.get("value") : row));
            }
        }
        field.json()
                .path("values")
                .forEach(choice -> choices.add(choice.path("value").asText()));
        return choices;
    }

    /** What Tasklist would send: every field that is visible now. */
    Map<String, @Nullable Object> submission() {
        Map<String, @Nullable Object> visible = new LinkedHashMap<>();
        fields.forEach((key, field) -> {
            boolean hidden = isHidden(field);
            refuseIf(hidden && touched.contains(key), "hides “%s” after this answer".formatted(field.label()));
            if (!hidden && !field.is("disabled")) {
                refuseIfEmpty(field, entered.get(key));
                visible.put(key, sent(field, entered.get(key)));
            }
        });
        return visible;
    }

    private void refuseIfEmpty(Field field, @Nullable Object value) {
        refuseIf(field.isRequired() && isEmpty(value), "asks for “%s”".formatted(field.label()));
        if (field.type().equals("dynamiclist")) {
            Map<String, Field> columns = columns(field);
            copy(value)
                    .forEach(row -> columns.forEach((key, column) -> refuseIf(
                            column.isRequired() && isEmpty(row.get(key)),
                            "asks for “%s” in each line of “%s”".formatted(column.label(), field.label()))));
        }
    }

    private static boolean isEmpty(@Nullable Object value) {
        return value == null
                || value instanceof String text && text.isBlank()
                || value instanceof List<?> list && list.isEmpty();
    }

    /** Each line has a cell for each field, as in the browser. */
    private static @Nullable Object sent(Field field, @Nullable Object value) {
        if (!field.type().equals("dynamiclist")) {
            return value;
        }
        List<Map<String, @Nullable Object>> rows = copy(value);
        Map<String, Field> columns = columns(field);
        rows.forEach(row -> {
            row.keySet().retainAll(columns.keySet());
            columns.forEach((key, column) -> row.putIfAbsent(key, first(column, null)));
        });
        return rows;
    }

    private boolean isHidden(Field field) {
        if (field.hiddenIf().isEmpty()) {
            return false;
        }
        Map<String, @Nullable Object> seen = new LinkedHashMap<>(shown);
        seen.putAll(entered);
        var context = Variables.fromMap(seen).asVariableContext();
        return field.hiddenIf().stream()
                .anyMatch(condition -> Boolean.TRUE.equals(FEEL.evaluateSimpleExpression(condition, context)));
    }

    private Field field(String key) {
        Field field = fields.get(key);
        if (field == null) {
            throw failure("has no field “%s”".formatted(key));
        }
        return field;
    }

    private void refuseIf(boolean wrong, String what) {
        if (wrong) {
            throw failure(what);
        }
    }

    private NotPossible failure(String what) {
        return new NotPossible("The form of “%s” %s.".formatted(title, what));
    }
}
