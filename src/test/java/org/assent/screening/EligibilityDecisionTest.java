package org.assent.screening;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

class EligibilityDecisionTest {

    private final DecisionTable eligibility = DecisionTable.read("eligibility");

    @ParameterizedTest(name = "{0}, {1}, {2} years, complete {3}, {4}: {5}, {6}")
    @CsvFileSource(resources = "eligibility.csv", numLinesToSkip = 1)
    void decides(
            String english,
            String organization,
            int experience,
            boolean complete,
            String position,
            String expected,
            String reason) {
        Map<String, Object> inputs = new HashMap<>();
        inputs.put("english", english);
        inputs.put("organization", organization);
        inputs.put("experience", experience);
        inputs.put("complete", complete);
        inputs.put("position", position);

        var result = eligibility.evaluate(inputs);

        assertThat(result).singleElement().satisfies(verdict -> {
            assertThat(verdict.get("eligibility")).isEqualTo(expected);
            assertThat((String) verdict.get("reason")).contains(reason).endsWith(".");
        });
    }

    @Test
    void has_five_inputs_two_outputs_nine_rules() {
        assertThat(eligibility.size()).isEqualTo("5 inputs, 2 outputs, 9 rules, FIRST");
    }
}
