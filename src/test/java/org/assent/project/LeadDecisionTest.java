package org.assent.project;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.util.Map;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.dmn.engine.DmnEngineConfiguration;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.instance.Input;
import org.camunda.bpm.model.dmn.instance.Output;
import org.camunda.bpm.model.dmn.instance.Rule;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/** The two tables that say how many days ahead something is due. */
class LeadDecisionTest {

    private final DmnEngine dmn =
            DmnEngineConfiguration.createDefaultDmnEngineConfiguration().buildEngine();

    @ParameterizedTest(name = "{0}: {1} days")
    @CsvFileSource(resources = "announcementLead.csv", numLinesToSkip = 1)
    void the_modality_decides_how_early_names_are_announced(String modality, @Nullable Integer days) {
        assertThat(days("announcementLead", "projectModality", modality)).isEqualTo(days);
    }

    @ParameterizedTest(name = "{0}: {1} days")
    @CsvFileSource(resources = "reminderLead.csv", numLinesToSkip = 1)
    void there_are_two_reminders(String reminder, @Nullable Integer days) {
        assertThat(days("reminderLead", "reminder", reminder)).isEqualTo(days);
    }

    @Test
    void each_table_has_one_input_one_output_two_rules() {
        for (String table : new String[] {"announcementLead", "reminderLead"}) {
            var model = Dmn.readModelFromStream(file(table));
            assertThat(model.getModelElementsByType(Input.class)).hasSize(1);
            assertThat(model.getModelElementsByType(Output.class)).hasSize(1);
            assertThat(model.getModelElementsByType(Rule.class)).hasSize(2);
        }
    }

    private @Nullable Integer days(String table, String input, String value) {
        var result = dmn.evaluateDecisionTable(dmn.parseDecision(table, file(table)), Map.of(input, value));
        return result.isEmpty() ? null : result.<Integer>getSingleEntry();
    }

    private static InputStream file(String name) {
        return LeadDecisionTest.class.getResourceAsStream("/processes/project/" + name + ".dmn");
    }
}
