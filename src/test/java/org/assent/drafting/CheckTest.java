package org.assent.drafting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import org.assent.engine.Refusal;
import org.assent.scheme.FiscalYear;
import org.assent.scheme.LevelScheme.MandatoryObjective;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CheckTest {

    private final Content sample = Edited.industries();

    @Test
    void a_complete_draft_has_nothing_to_mend() {
        assertThat(Check.of(sample, Schemes.FRAME)).isEmpty();
        assertThat(Check.total(sample)).isEqualByComparingTo("70");
    }

    @Test
    void an_empty_draft_says_what_is_missing() {
        assertThat(sentences(Content.empty()))
                .contains(
                        "“Vision” is empty.", "“Functions” is empty.", "There is no outcome.", "There is no objective.")
                .contains("The objectives weigh 0 together, they must weigh 70.");
    }

    @Test
    void indicator_weights_make_up_their_objective_s() {
        assertThat(findings(Edited.of(sample).set("i-urea", "weight", "7.5")))
                .containsExactly(new Finding(
                        "o-state", "2", "weight", "The indicators of objective 2 weigh 19.5, the objective 20.", true));
    }

    @Test
    void objective_weights_make_up_the_marks_of_the_scheme() {
        assertThat(sentences(Edited.of(sample).remove("o-policy").content()))
                .containsExactly("The objectives weigh 58 together, they must weigh 70.");
    }

    @Test
    void a_date_outside_the_year_is_remarked_on_and_hinders_nobody() {
        assertThat(findings(Edited.of(sample)
                        .ladder("i-act", "30 Jun 2023", "1 Jul 2023", "1 Aug 2023", "30 Jun 2024", "1 Jul 2024")))
                .containsExactly(
                        new Finding(
                                "i-act",
                                "4.2.1",
                                "ladder.0",
                                "Indicator 4.2.1: the date “30 Jun 2023” lies outside the fiscal year 2023-24.",
                                false),
                        new Finding(
                                "i-act",
                                "4.2.1",
                                "ladder.4",
                                "Indicator 4.2.1: the date “1 Jul 2024” lies outside the fiscal year 2023-24.",
                                false));
    }

    @Test
    void mandatory_objectives_take_their_part_of_the_marks() {
        var mandatory =
                List.of(new MandatoryObjective("M1", "Skills", "দক্ষতা", BigDecimal.valueOf(4), "assumed", List.of()));
        Frame frame = new Frame(Schemes.scheme(74, mandatory), FiscalYear.of("2023-24"), null);
        assertThat(Check.of(sample, frame)).isEmpty();
        Frame less = new Frame(Schemes.scheme(70, mandatory), FiscalYear.of("2023-24"), null);
        assertThat(Check.of(sample, less))
                .extracting(Finding::sentence)
                .containsExactly(
                        "The objectives weigh 70 together, they must weigh 66 (the mandatory objectives bring 4).");
    }

    @Test
    void weights_are_added_exactly_and_in_any_digits() {
        Edited thirds = Edited.of(sample)
                .set("i-gi", "weight", "২.৯৯")
                .set("i-labs", "weight", "5.01")
                .set("o-quality", "weight", "১৬");
        assertThat(findings(thirds)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '"',
            value = {
                "'',Objective 2 has no weight.",
                "many,Objective 2: the weight “many” is not a number.",
                "20 %,Objective 2: the weight “20 %” is not a number.",
                "0,Objective 2: a weight is more than zero.",
                "-20,Objective 2: a weight is more than zero.",
                "19.999,Objective 2: a weight has two decimals at most."
            })
    void a_weight_is_a_number_above_zero(String typed, String sentence) {
        Content content = Edited.of(sample)
                .set("o-state", "weight", typed.replace("''", ""))
                .content();
        assertThat(Check.of(content, Schemes.FRAME))
                .filteredOn(finding -> finding.key().equals("o-state"))
                .extracting(Finding::field, Finding::sentence)
                .contains(org.assertj.core.groups.Tuple.tuple("weight", sentence));
    }

    @Test
    void a_ladder_that_does_not_run_one_way_is_told_at_its_indicator() {
        assertThat(findings(Edited.of(sample).ladder("i-plots", "250", "230", "240", "190", "170")))
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.key()).isEqualTo("i-plots");
                    assertThat(finding.number()).isEqualTo("1.2.1");
                    assertThat(finding.field()).startsWith("ladder.");
                    assertThat(finding.sentence()).startsWith("Indicator 1.2.1: the ladder does not run one way");
                });
    }

    @Test
    void a_level_that_cannot_be_read_is_told_at_its_cell() {
        assertThat(findings(Edited.of(sample).set("i-plots", "ladder.2", "many")))
                .extracting(Finding::field)
                .containsExactly("ladder.2");
    }

    @Test
    void bengali_digits_commas_and_blank_lower_levels_make_a_ladder() {
        assertThat(findings(Edited.of(sample).ladder("i-trained", "২,৪০০", "2,300", "", "", "")))
                .isEmpty();
        assertThat(findings(Edited.of(sample).ladder("i-trained", "12,50,000", "১১,০০,০০০", "1000000", "", "")))
                .isEmpty();
    }

    @Test
    void what_the_quarters_give_fits_what_is_measured() {
        assertThat(findings(Edited.of(sample).set("i-sme-women", "accumulation", "SUM")))
                .extracting(Finding::sentence)
                .containsExactly("Indicator 1.1.2: percentages do not add up; choose the latest or the average.");
        assertThat(findings(Edited.of(sample).set("i-act", "accumulation", "AVERAGE")))
                .extracting(Finding::sentence)
                .containsExactly("Indicator 4.2.1: dates have no sum and no average; choose the latest.");
        assertThat(findings(Edited.of(sample).set("i-act", "kind", "").set("i-act", "mode", "JUMP")))
                .extracting(Finding::field)
                .containsExactly("kind", "mode");
    }

    @Test
    void a_direction_that_contradicts_the_ladder_is_told() {
        assertThat(findings(Edited.of(sample).set("i-plots", "direction", "LOWER_IS_BETTER")))
                .singleElement()
                .satisfies(finding -> assertThat(finding.sentence()).contains("says the opposite"));
    }

    @Test
    void budget_evidence_and_basis_are_never_left_out() {
        assertThat(findings(Edited.of(sample)
                        .set("i-labs", "budgetCode", " ")
                        .set("i-labs", "evidence", "")
                        .set("i-labs", "targetBasis", "")))
                .extracting(Finding::sentence)
                .containsExactlyInAnyOrder(
                        "Indicator 3.3.1: “Budget code” is empty.",
                        "Indicator 3.3.1: “Evidence” is empty.",
                        "Indicator 3.3.1: “Basis of the target” is empty.");
    }

    @Test
    void figures_of_other_years_are_read_as_what_is_measured() {
        assertThat(findings(Edited.of(sample)
                        .set("i-labs", "actualLast", "about ten")
                        .set("i-act", "projectionNext", "17")))
                .extracting(Finding::key, Finding::field)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("i-labs", "actualLast"),
                        org.assertj.core.groups.Tuple.tuple("i-act", "projectionNext"));
        assertThat(findings(Edited.of(sample).set("i-labs", "actualLast", "—").set("i-labs", "actualBefore", "১২*")))
                .isEmpty();
    }

    @Test
    void a_nameless_item_and_an_empty_one_are_told() {
        Content content = Edited.of(sample)
                .set("a-gi", "name", "")
                .remove("i-gi")
                .set("i-labs", "weight", "8")
                .content();
        assertThat(sentences(content)).containsExactly("Activity 3.2 has no name.", "Activity 3.2 has no indicator.");
    }

    @Test
    void below_a_ministry_every_indicator_serves_one_of_the_superior_s() {
        Frame frame = Schemes.below(Set.of("1.1.1"));
        Edited served = Edited.of(sample);
        Items.of(sample).all().stream()
                .filter(item -> item.kind() == Items.Kind.INDICATOR)
                .forEach(item -> served.set(item.key(), "parentIndicator", "১.১.১"));
        assertThat(Check.of(served.content(), frame)).isEmpty();
        assertThat(Check.of(
                        served.set("i-labs", "parentIndicator", "")
                                .set("i-gi", "parentIndicator", "9.9.9")
                                .content(),
                        frame))
                .extracting(Finding::sentence)
                .containsExactly(
                        "Indicator 3.2.1: the superior office's agreement has no indicator 9.9.9.",
                        "Indicator 3.3.1: name the indicator of the superior office's agreement that it serves.");
    }

    @Test
    void markup_control_characters_and_endless_texts_are_told() {
        Content content = Edited.of(sample)
                .set("", "vision", "<b>Strong</b> industry")
                .set("", "mission", "from \u202eright to left")
                .set("o-state", "name", "x".repeat(4_001))
                .content();
        assertThat(sentences(content))
                .containsExactly(
                        "“Vision” contains markup; write plain text.",
                        "“Mission” contains characters that cannot be printed.",
                        "Objective 2: “Name” is longer than 4000 characters.");
        assertThat(findings(Edited.of(sample).set("", "vision", "A loss of < 5 % and > 3 % is fair")))
                .isEmpty();
    }

    @Test
    void more_outcomes_than_advised_are_told_but_stop_nothing() {
        Edited many = Edited.of(sample).copy("u-urea", "u-4", "Fourth").copy("u-urea", "u-5", "Fifth");
        assertThat(findings(many)).singleElement().satisfies(finding -> {
            assertThat(finding.stops()).isFalse();
            assertThat(finding.sentence()).isEqualTo("There are 5 outcomes; the guideline advises 4 at most.");
        });
    }

    @Test
    void what_cannot_be_told_apart_or_stored_is_not_kept() {
        assertThatThrownBy(() -> Check.demandKeepable(
                        Edited.of(sample).copy("i-labs", "i-labs", "Twin").content()))
                .isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> Check.demandKeepable(
                        Edited.of(sample).set("", "vision", "x".repeat(20_001)).content()))
                .isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> Check.demandKeepable(
                        Edited.of(sample).set("", "vision", "nothing \u0000").content()))
                .isInstanceOf(Refusal.class);
        Check.demandKeepable(sample);
    }

    private List<Finding> findings(Edited edited) {
        return Check.of(edited.content(), Schemes.FRAME);
    }

    private static List<String> sentences(Content content) {
        return Check.of(content, Schemes.FRAME).stream().map(Finding::sentence).toList();
    }
}
