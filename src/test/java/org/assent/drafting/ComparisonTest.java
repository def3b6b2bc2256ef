package org.assent.drafting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import java.util.List;
import org.junit.jupiter.api.Test;

class ComparisonTest {

    private final Content sample = Edited.industries();

    @Test
    void equal_documents_do_not_differ() {
        assertThat(Comparison.of(sample, Edited.of(sample).content())).isEmpty();
    }

    @Test
    void a_changed_field_is_told_with_its_item_s_number_and_both_values() {
        Content after = Edited.of(sample)
                .set("i-urea", "ladder.0", "8.50")
                .set("", "vision", "Another")
                .content();
        assertThat(Comparison.of(sample, after))
                .containsExactly(
                        new Difference("", "", "vision", "Vision", sample.vision(), "Another"),
                        new Difference("i-urea", "2.1.1", "ladder.0", "Target 100", "9.50", "8.50"));
    }

    @Test
    void items_that_come_and_go_are_told_once_and_move_nobody_else() {
        Content after = Edited.of(sample)
                .remove("o-growth")
                .copy("i-labs", "i-new", "Laboratories visited")
                .content();
        List<Difference> differences = Comparison.of(sample, after);
        assertThat(differences).extracting(Difference::field).doesNotContain("place");
        assertThat(differences)
                .filteredOn(difference -> difference.field().equals("item"))
                .extracting(Difference::key, Difference::before, Difference::after)
                .contains(
                        tuple("i-new", "", "Laboratories visited"),
                        tuple("o-growth", "Expansion of industry and of employment in it", ""),
                        tuple("i-plots", "Industrial plots allotted", ""));
    }

    @Test
    void an_item_that_is_moved_past_another_is_told_with_both_numbers() {
        Content after = Edited.of(sample).moveFirst("i-plots-working").content();
        assertThat(Comparison.of(sample, after))
                .containsExactlyInAnyOrder(
                        new Difference("i-plots-working", "1.2.1", "place", "Place", "1.2.2", "1.2.1"),
                        new Difference("i-plots", "1.2.2", "place", "Place", "1.2.1", "1.2.2"));
    }
}
