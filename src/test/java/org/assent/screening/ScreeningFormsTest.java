package org.assent.screening;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.assent.engine.Drawings;
import org.junit.jupiter.api.Test;

class ScreeningFormsTest {

    @Test
    void the_forms_offer_the_decisions_that_java_knows() {
        assertThat(choices("decideReferred", "decision")).containsExactlyElementsOf(names(Referral.Decision.values()));
        assertThat(choices("reviewSelection", "review")).containsExactlyElementsOf(names(Review.values()));
        assertThat(choices("approveSelection", "approval")).containsExactlyElementsOf(names(Approval.values()));
    }

    @Test
    void the_list_of_referred_candidates_has_a_field_for_all_that_is_shown_and_read() {
        JsonNode list = component("decideReferred", "referred");
        List<String> fields = new ArrayList<>();
        list.path("components").forEach(field -> fields.add(field.path("key").asText()));

        assertThat(fields)
                .containsExactlyInAnyOrderElementsOf(
                        Stream.concat(components(ReferredRow.class), components(Referral.class))
                                .distinct()
                                .toList());
    }

    @Test
    void the_tables_show_only_what_a_row_has() {
        for (String form : List.of("reviewSelection", "approveSelection")) {
            for (JsonNode component : Drawings.components(Drawings.form("screening", form))) {
                boolean changes = component.path("dataSource").asText().equals("=changes");
                List<String> known = components(changes ? SelectionChange.class : SheetRow.class)
                        .toList();
                component.path("columns").forEach(column -> assertThat(known)
                        .contains(column.path("key").asText()));
            }
        }
    }

    private static List<String> choices(String form, String key) {
        List<String> choices = new ArrayList<>();
        component(form, key)
                .path("values")
                .forEach(choice -> choices.add(choice.path("value").asText()));
        return choices;
    }

    private static JsonNode component(String form, String key) {
        return Drawings.components(Drawings.form("screening", form)).stream()
                .filter(component -> component.path("key").asText().equals(key)
                        || component.path("path").asText().equals(key))
                .findFirst()
                .orElseThrow();
    }

    private static Stream<String> components(Class<?> row) {
        return Arrays.stream(row.getRecordComponents()).map(RecordComponent::getName);
    }

    private static List<String> names(Enum<?>[] choices) {
        return Arrays.stream(choices).map(Enum::name).toList();
    }
}
