package org.assent.engine;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
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
    /** What a process owner may alter at a field: what it shows, and where. */
    private static final Set<String> FREE = Set.of(
            "id",
            "key",
            "path",
            "components",
            "values",
            "label",
            "description",
            "dateLabel",
            "timeLabel",
            "layout",
            "appearance",
            "properties",
            "showOutline",
            "disableCollapse",
            "nonCollapsibleItems",
            "verticalAlignment");

    /** By the name that the Modeler shows. */
    private static final Map<String, String> SHOWN = Map.ofEntries(
            Map.entry("type", "kind of field"),
            Map.entry("validate.required", "Required"),
            Map.entry("validate.min", "Minimum"),
            Map.entry("validate.max", "Maximum"),
            Map.entry("validate.maxLength", "Maximum length"),
            Map.entry("validate.minLength", "Minimum length"),
            Map.entry("validate.pattern", "Custom regular expression"),
            Map.entry("disabled", "Disabled"),
            Map.entry("readonly", "Read only"),
            Map.entry("conditional", "Hide if"),
            Map.entry("valuesExpression", "Options expression"),
            Map.entry("valuesKey", "Input values key"),
            Map.entry("defaultValue", "Default value"));

    private KeptFields() {}

    /** @param inForce by a form's id the one in force; null where there is none */
    static void check(String file, byte[] content, Function<String, byte @Nullable []> inForce) {
        JsonNode form = read(content);
        byte[] before = inForce.apply(idOf(form));
        if (before != null) {
            check(file, fields(file, read(before)), fields(file, form));
        }
    }

    private static void check(String file, Map<String, Field> before, Map<String, Field> now) {
        before.forEach((key, field) -> {
            Field drawn = now.get(key);
            String label = field.component.path("label").asText(key);
            if (drawn == null) {
                throw new Refusal(file + " lacks the field “" + label + "” (" + key + ") of the form in force" + KEPT);
            }
            String other = other(field, drawn);
            if (other != null) {
                throw new Refusal("“" + label + "” (" + key + ") in " + file + " is not as in the form in force ("
                        + other + ")" + KEPT);
            }
            check(file, fields(file, field.component), fields(file, drawn.component));
        });
        now.keySet().stream()
                .filter(key -> !before.containsKey(key))
                .findFirst()
                .ifPresent(key -> {
                    throw new Refusal(file + " has a field “" + shown(key) + "” that the form in force has not" + KEPT);
                });
    }

    private static @Nullable String other(Field before, Field now) {
        if (!choices(before.component).equals(choices(now.component))) {
            return "choices";
        }
        if (isExchanged(before.component, now.component)) {
            return "labels of the choices, one of which bears another's";
        }
        Map<String, String> kept = before.details();
        Map<String, String> drawn = now.details();
        return Stream.concat(kept.keySet().stream(), drawn.keySet().stream())
                .filter(detail -> !kept.getOrDefault(detail, "").equals(drawn.getOrDefault(detail, "")))
                .map(detail -> SHOWN.getOrDefault(detail, detail))
                .sorted()
                .findFirst()
                .orElse(null);
    }

    private static List<String> choices(JsonNode field) {
        return field.path("values").findValuesAsText("value").stream().sorted().toList();
    }

    /** Whoever reads “issue” must not send “return”. */
    private static boolean isExchanged(JsonNode before, JsonNode now) {
        Map<String, String> labels = labels(before);
        return labels(now).entrySet().stream().anyMatch(drawn -> labels.entrySet().stream()
                .anyMatch(known -> !known.getKey().equals(drawn.getKey())
                        && known.getValue().equals(drawn.getValue())
                        && !drawn.getValue().equals(labels.get(drawn.getKey()))));
    }

    private static Map<String, String> labels(JsonNode field) {
        Map<String, String> labels = new LinkedHashMap<>();
        field.path("values")
                .forEach(choice -> labels.put(
                        choice.path("value").asText(),
                        choice.path("label").asText().replaceAll("\\W+", "").toLowerCase(Locale.ROOT)));
        return labels;
    }

    /** Those of a form, or of a line of one of its lists. */
    private static Map<String, Field> fields(String file, JsonNode around) {
        Map<String, Field> fields = new LinkedHashMap<>();
        collect(file, around, "", fields);
        return fields;
    }

    private static void collect(String file, JsonNode around, String hidden, Map<String, Field> fields) {
        for (JsonNode component : around.path("components")) {
            if (FormFile.isFrame(component)) {
                collect(file, component, hidden + text(component.path("conditional")), fields);
                continue;
            }
            String name = FormFile.nameOf(component);
            if (name != null && fields.put(name, new Field(component, hidden)) != null) {
                throw new Refusal(file + " asks for “" + shown(name)
                        + "” twice: give each of its fields a key of its own. Nothing was deployed.");
            }
        }
    }

    /** What is not said is no. */
    private static String text(JsonNode detail) {
        if (detail.isNull() || detail.isMissingNode() || detail.isBoolean() && !detail.booleanValue()) {
            return "";
        }
        return detail.isContainerNode() ? detail.toString() : detail.asText().strip();
    }

    private static String shown(String name) {
        return name.matches("[A-Za-z][A-Za-z0-9_]{0,60}") ? name : "a name of its own";
    }

    /**
     * One that submits something.
     *
     * @param hidden when the groups around it are
     */
    private record Field(JsonNode component, String hidden) {

        /** All that is not free. */
        Map<String, String> details() {
            Map<String, String> details = new LinkedHashMap<>();
            component.fields().forEachRemaining(detail -> {
                if (detail.getKey().equals("validate")) {
                    detail.getValue()
                            .fields()
                            .forEachRemaining(
                                    check -> details.put("validate." + check.getKey(), text(check.getValue())));
                } else if (!FREE.contains(detail.getKey())) {
                    details.put(detail.getKey(), text(detail.getValue()));
                }
            });
            details.merge("conditional", hidden, String::concat);
            return details;
        }
    }

    static String idOf(byte[] form) {
        return idOf(read(form));
    }

    private static String idOf(JsonNode form) {
        return form.path("id").asText();
    }

    private static JsonNode read(byte[] form) {
        try {
            return JSON.readTree(form);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
