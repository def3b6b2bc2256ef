package org.assent.scoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import org.assent.engine.Refusal;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;

class LadderTest {

    @ParameterizedTest(name = "{2}: {3}")
    @CsvFileSource(resources = "ladders.csv", numLinesToSkip = 1)
    void what_cannot_be_scored_by_is_refused_in_a_sentence(
            @Nullable ValueKind kind, @Nullable Direction direction, String levels, String sentence) {
        Terms terms = Terms.OPEN.of(kind).running(direction);

        assertThat(Ladder.problems(terms, Ladder.split(levels))).contains(sentence);
        assertThatThrownBy(() -> Ladder.of(terms, Ladder.split(levels)))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining(sentence);
    }

    @Test
    void all_that_is_wrong_is_said_at_once() {
        assertThat(Ladder.problems(Terms.OPEN, List.of("a", "", "b")))
                .hasSize(3)
                .anyMatch(sentence -> sentence.startsWith("The level for 100: "))
                .anyMatch(sentence -> sentence.startsWith("The level for 80: "))
                .anyMatch(sentence -> sentence.startsWith("The level for 90 is blank"));
    }

    @Test
    void blank_lower_levels_are_no_levels() {
        Ladder ladder = Ladder.of(Terms.OPEN, Arrays.asList("4", "3", "", " - ", null));

        assertThat(ladder.levels()).extracting(Level::mark).containsExactly(100, 90);
        assertThat(ladder).hasToString("4 (100) / 3 (90)");
        assertThat(Ladder.problems(Terms.OPEN, Arrays.asList("4", "3", "", "–", null)))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "60/55/50,HIGHER_IS_BETTER,NUMBER",
        "10/20/30,LOWER_IS_BETTER,NUMBER",
        "16 Jul/31 Jul,LOWER_IS_BETTER,DATE",
        "31 Jul|16 Jul,HIGHER_IS_BETTER,DATE",
        "90 %/80/70,HIGHER_IS_BETTER,PERCENT"
    })
    void the_ladder_tells_its_direction_and_kind(String levels, Direction direction, ValueKind kind) {
        Ladder ladder = Ladder.of(Terms.OPEN.running(direction), Ladder.split(levels));

        assertThat(ladder.direction()).isEqualTo(direction);
        assertThat(ladder.kind()).isEqualTo(kind);
        assertThat(ladder.levels()).allMatch(level -> level.figure().kind() == kind);
    }
}
