package org.assent.engine;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each form opens in the Tasklist of 7.24 and belongs to a box in a diagram. */
@Tag("once")
class FormContractTest {

    /** What the bundled form-js 1.8.7 can show; a form holding anything else fails to open. */
    private static final Set<String> SHOWN = Set.of(
            "text",
            "textfield",
            "number",
            "textarea",
            "checkbox",
            "checklist",
            "radio",
            "select",
            "taglist",
            "datetime",
            "group",
            "dynamiclist",
            "table",
            "html",
            "separator",
            "spacer");

    static List<Path> forms() {
        return Drawings.forms();
    }

    @Test
    void every_form_belongs_to_a_user_task_or_a_start() {
        Set<Path> used = new TreeSet<>();
        for (Path model : Drawings.models()) {
            String process = Drawings.nameOf(model);
            var read = Drawings.read(model);
            read.getModelElementsByType(UserTask.class).forEach(task -> used.add(Drawings.form(process, task.getId())));
            read.getModelElementsByType(StartEvent.class).stream()
                    .map(start -> start.getAttributeValueNs("http://camunda.org/schema/1.0/bpmn", "formRef"))
                    .filter(form -> form != null)
                    .forEach(form -> used.add(Drawings.form(process, form)));
        }
        assertThat(new TreeSet<>(forms()))
                .as("forms and the boxes that open them: delete a form without a box, draw one for a box without")
                .isEqualTo(used);
    }

    @ParameterizedTest
    @MethodSource("forms")
    void a_form_bears_its_file_s_name_and_the_engine_s_version(Path form) {
        JsonNode json = Drawings.json(form);
        assertThat(json.path("id").asText()).isEqualTo(Drawings.nameOf(form));
        assertThat(json.path("executionPlatform").asText()).isEqualTo("Camunda Platform");
        assertThat(json.path("executionPlatformVersion").asText()).isEqualTo("7.24.0");
    }

    @ParameterizedTest
    @MethodSource("forms")
    void a_form_holds_only_what_the_tasklist_can_show(Path form) {
        for (JsonNode component : Drawings.components(form)) {
            assertThat(SHOWN)
                    .as("component of %s", form)
                    .contains(component.path("type").asText());
        }
    }

    @ParameterizedTest
    @MethodSource("forms")
    void choices_from_data_stand_at_the_top_of_a_form(Path form) {
        for (JsonNode component : Drawings.json(form).path("components")) {
            List<JsonNode> inner = new ArrayList<>();
            component.path("components").forEach(inner::add);
            assertThat(inner)
                    .as("%s: Tasklist fills choices from data (valuesKey) outside lists and groups only", form)
                    .noneMatch(field -> field.has("valuesKey"));
        }
    }

    @ParameterizedTest
    @MethodSource("forms")
    void every_field_has_a_label_an_official_can_read(Path form) {
        for (JsonNode component : Drawings.components(form)) {
            String type = component.path("type").asText();
            if (Set.of("text", "html", "separator", "spacer", "group").contains(type)) {
                continue;
            }
            String label = type.equals("datetime")
                    ? component.path("dateLabel").asText()
                            + component.path("timeLabel").asText()
                    : component.path("label").asText();
            assertThat(label)
                    .as(
                            "label of %s in %s",
                            component.path("key").asText(component.path("path").asText()), form)
                    .isNotBlank();
        }
    }

    @ParameterizedTest
    @MethodSource("forms")
    void no_two_fields_of_a_form_share_a_key(Path form) {
        assertThat(Drawings.submitted(form)).as("keys of %s", form).doesNotHaveDuplicates();
        assertThat(Drawings.components(form).stream()
                        .filter(c -> c.has("id"))
                        .map(c -> c.path("id").asText())
                        .collect(Collectors.toList()))
                .as("component ids of %s", form)
                .doesNotHaveDuplicates();
    }
}
