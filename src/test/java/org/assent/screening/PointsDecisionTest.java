package org.assent.screening;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

class PointsDecisionTest {

    private final DecisionTable points = DecisionTable.read("points");

    @ParameterizedTest(name = "{0}, {1}, {2} years, {3} earlier, complete {4}, preference {5}, age {6}: {7}")
    @CsvFileSource(resources = "points.csv", numLinesToSkip = 1)
    void adds_up(
            String english,
            String position,
            int experience,
            int earlierProjects,
            boolean complete,
            int preference,
            @Nullable Integer age,
            int total,
            String reason) {
        Map<String, Object> inputs = new HashMap<>();
        inputs.put("english", english);
        inputs.put("position", position);
        inputs.put("experience", experience);
        inputs.put("earlierProjects", earlierProjects);
        inputs.put("complete", complete);
        inputs.put("preference", preference);
        inputs.put("age", age);

        List<Map<String, Object>> lines = points.evaluate(inputs);

        assertThat(lines.stream().mapToInt(line -> (Integer) line.get("points")).sum())
                .isEqualTo(total);
        assertThat(lines).extracting(line -> line.get("reason")).contains(reason);
        boolean remarkOnAge = age != null && (age < 25 || age > 50);
        assertThat(lines).as("one line for each criterion").hasSize(remarkOnAge ? 7 : 6);
    }

    @Test
    void has_seven_inputs_two_outputs_twenty_three_rules() {
        assertThat(points.size()).isEqualTo("7 inputs, 2 outputs, 23 rules, COLLECT");
    }
}
