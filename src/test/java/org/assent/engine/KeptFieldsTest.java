package org.assent.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Whoever deploys a form takes no answer from an official; over REST: DeploymentByRestTest. */
@Tag("once")
class KeptFieldsTest {

    private static final Path APPROVAL = Drawings.form("screening", "approveSelection");

    static Stream<Path> forms() {
        return Drawings.forms().stream();
    }

    @ParameterizedTest
    @MethodSource("forms")
    void labels_and_texts_of_every_form_may_be_reworded(Path form) throws IOException {
        String reworded = Files.readString(form)
                .replaceAll("\"label\": \"", "\"label\": \"Reworded ")
                .replaceAll("\"description\": \"", "\"description\": \"Reworded ");

        assertThatCode(() -> deploy(form, reworded)).doesNotThrowAnyException();
    }

    @Test
    void a_form_of_a_new_name_has_none_to_be_held_against() throws IOException {
        KeptFields.check("new.form", Files.readAllBytes(APPROVAL), form -> null);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "\"value\": \"RETURN\" | \"value\": \"APPROVE\" | choices",
                "\"key\": \"approval\" | \"key\": \"opinion\" | lacks the field",
                "\"required\": true | \"required\": false | Required",
                "\"type\": \"radio\" | \"type\": \"textfield\" | kind of field",
                "\"components\": [ | \"components\": [{\"type\": \"textfield\", \"key\": \"officeHead\"}, | has a field “officeHead”",
                "\"key\": \"approval\" | \"disabled\": true, \"key\": \"approval\" | Disabled",
                "\"key\": \"approval\" | \"defaultValue\": \"APPROVE\", \"key\": \"approval\" | Default value",
                "\"key\": \"approval\" | \"conditional\": {\"hide\": \"=true\"}, \"key\": \"approval\" | Hide if",
                // hidden for the browser never, and yet no longer demanded
                "\"key\": \"approval\" | \"conditional\": {}, \"key\": \"approval\" | Hide if",
                "\"key\": \"approval\" | \"defaultValue\": [\"APPROVE\"], \"key\": \"approval\" | Default value",
                "\"key\": \"approval\" | \"valuesKey\": \"mine\", \"key\": \"approval\" | Input values key",
                "\"components\": [ | \"components\": [{\"type\": \"radio\", \"key\": \"approval\", \"values\": []}, | asks for “approval” twice"
            })
    void what_is_asked_and_what_may_be_answered_stays(String kept, String instead, String sentence) throws IOException {
        String form = Files.readString(APPROVAL);
        assertThat(form).contains(kept);

        assertThatThrownBy(() ->
                        deploy(APPROVAL, form.replaceFirst(Pattern.quote(kept), Matcher.quoteReplacement(instead))))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining(sentence)
                .hasMessageEndingWith("Nothing was deployed.");
    }

    /** Whoever reads “back” must not approve. */
    @Test
    void no_choice_bears_the_label_of_another() throws IOException {
        Path form = Drawings.form("project", "approveNotification");
        List<String> labels = Drawings.json(form).findValues("values").stream()
                .flatMap(values -> values.findValuesAsText("label").stream())
                .toList();
        assertThat(labels).hasSizeGreaterThan(1);
        String swapped = Files.readString(form)
                .replace('"' + labels.get(0) + '"', "\"#\"")
                .replace('"' + labels.get(1) + '"', '"' + labels.get(0) + '"')
                .replace("\"#\"", '"' + labels.get(1) + '"');

        assertThatThrownBy(() -> deploy(form, swapped))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("labels of the choices");
    }

    @Test
    void a_group_around_a_field_may_be_drawn_but_does_not_hide_it() throws IOException {
        String form = Files.readString(APPROVAL);
        String before = "\"components\": [";
        int end = form.lastIndexOf(']');
        String inGroup = form.substring(0, end) + "]} ]" + form.substring(end + 1);
        String group = before + "{\"type\": \"group\", \"label\": \"All\", %s " + before;

        assertThatCode(() -> deploy(APPROVAL, inGroup.replace(before, group.formatted(""))))
                .doesNotThrowAnyException();
        assertThatThrownBy(() -> deploy(
                        APPROVAL, inGroup.replace(before, group.formatted("\"conditional\": {\"hide\": \"=true\"},"))))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("Hide if");
    }

    private static void deploy(Path form, String content) throws IOException {
        byte[] inForce = Files.readAllBytes(form);
        KeptFields.check(form.getFileName().toString(), content.getBytes(StandardCharsets.UTF_8), id -> inForce);
    }
}
