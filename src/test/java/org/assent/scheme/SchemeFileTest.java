package org.assent.scheme;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.assent.scheme.LevelScheme.Band;
import org.assent.scheme.LevelScheme.Column;
import org.assent.scheme.LevelScheme.LevelMark;
import org.assent.scheme.LevelScheme.ReformPlan;
import org.assent.scheme.LevelScheme.Section;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** The two schemes as they are shipped, and what a scheme's file may not say. */
class SchemeFileTest {

    private static final FiscalYear YEAR = FiscalYear.of("2018-19");

    private final SchemeFacts classic = read("classic.yaml");
    private final SchemeFacts reformed = read("gpms-2021.yaml");

    @ParameterizedTest
    @EnumSource
    void every_level_of_office_has_its_part_in_both_schemes(OfficeLevel level) {
        assertThat(classic.level(level).ownMarks()).isEqualByComparingTo("100");
        assertThat(classic.level(level).reformPlans()).isEmpty();
        assertThat(reformed.level(level).ownMarks()).isEqualByComparingTo("70");
        assertThat(reformed.level(level).planMarks()).isEqualByComparingTo("30");
        assertThat(reformed.level(level).objectiveMarks()).isEqualByComparingTo("70");
        assertThat(reformed.level(level).marks())
                .extracting(LevelMark::name, LevelMark::bengaliName)
                .startsWith(tuple("Excellent", "অসাধারণ"))
                .hasSize(5);
    }

    @Test
    void a_field_office_has_no_section_of_outcomes_and_names_what_it_serves() {
        LevelScheme field = reformed.level(OfficeLevel.FIELD_OFFICE);
        LevelScheme ministry = reformed.level(OfficeLevel.MINISTRY);

        assertThat(field.has(SectionKey.OUTCOMES)).isFalse();
        assertThat(ministry.requires(SectionKey.OUTCOMES)).isTrue();
        assertThat(field.requires(SectionKey.OBJECTIVES, "parentIndicator")).isTrue();
        assertThat(reformed.level(OfficeLevel.DEPARTMENT).requires(SectionKey.OBJECTIVES, "parentIndicator"))
                .isTrue();
        assertThat(ministry.requires(SectionKey.OBJECTIVES, "parentIndicator")).isFalse();
        assertThat(field.checklist()).extracting("key").contains("cascade").doesNotContain("outcomes");
    }

    @Test
    void the_objective_of_2018_19_takes_four_of_the_hundred_marks() {
        LevelScheme ministry = classic.level(OfficeLevel.MINISTRY);
        List<SchemeIndicator> indicators = ministry.mandatoryObjectives().get(0).indicators();

        assertThat(ministry.mandatoryMarks()).isEqualByComparingTo("4");
        assertThat(ministry.objectiveMarks()).isEqualByComparingTo("96");
        assertThat(indicators)
                .extracting(SchemeIndicator::id, indicator -> indicator.weight().toPlainString())
                .containsExactly(tuple("M1.1.1", "2"), tuple("M1.2.1", "1"), tuple("M1.2.2", "1"));
        assertThat(indicators.get(0).ladder()).containsExactly("60", "55", "50", "45", "40");
    }

    @Test
    void a_ladder_of_days_is_placed_in_the_fiscal_year_of_the_agreement() {
        LevelScheme ministry = classic.level(OfficeLevel.MINISTRY);
        SchemeIndicator plan =
                ministry.mandatoryObjectives().get(0).indicators().get(1);

        assertThat(plan.ladder()).containsExactly("16 Jul", "31 Jul", "", "", "");
        assertThat(plan.ladder(YEAR)).containsExactly("2018-07-16", "2018-07-31", "", "", "");
        assertThat(ministry.ladder(plan, YEAR).levels()).hasSize(2);
        assertThat(reformed.level(OfficeLevel.MINISTRY)
                        .reformPlans()
                        .get(1)
                        .indicators()
                        .get(0)
                        .ladder(FiscalYear.of("2023-24")))
                .startsWith("2024-02-25");
    }

    @Test
    void five_plans_bring_thirty_marks_and_the_grievance_plan_is_the_real_one() {
        List<ReformPlan> plans = reformed.level(OfficeLevel.MINISTRY).reformPlans();
        ReformPlan grievances = plans.get(2);

        assertThat(plans).extracting(ReformPlan::code).containsExactly("NIS", "EGOV", "GRS", "CHARTER", "RTI");
        assertThat(plans).extracting(plan -> plan.weight().toPlainString()).containsExactly("10", "10", "4", "3", "3");
        assertThat(grievances.fullMark()).isEqualByComparingTo("25");
        assertThat(grievances.indicators())
                .extracting(indicator -> indicator.weight().toPlainString())
                .containsExactly("5", "8", "5", "3", "4");
        assertThat(grievances.indicators())
                .extracting(indicator -> indicator.ladder().get(0))
                .containsExactly("4", "90", "4", "4", "2");
        assertThat(plans).extracting(ReformPlan::source).allSatisfy(source -> assertThat(source)
                .contains("our assumption"));
        assertThat(reformed.assumptions()).anyMatch(text -> text.contains("2025-26 is not known"));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
        "100, Excellent",
        "96.00, Excellent",
        "95.995, Excellent",
        "95.994, Very Good",
        "86, Very Good",
        "85.99, Good",
        "76, Good",
        "66, Fair",
        "65.99, Poor",
        "0, Poor"
    })
    void a_score_falls_into_the_band_of_its_published_decimals(BigDecimal score, String band) {
        assertThat(reformed.level(OfficeLevel.MINISTRY).band(score))
                .extracting(Band::name)
                .isEqualTo(band);
    }

    @Test
    void columns_bear_the_names_of_an_agreement_s_content() {
        Section objectives = classic.level(OfficeLevel.DEPARTMENT).sections().stream()
                .filter(section -> section.key() == SectionKey.OBJECTIVES)
                .findFirst()
                .orElseThrow();

        assertThat(objectives.columns())
                .extracting(Column::key)
                .containsSubsequence("objective", "activity", "name", "unit", "weight", "ladder", "parentIndicator");
    }

    @Test
    void a_key_that_no_scheme_has_is_refused_by_file_and_place() {
        assertRefused(
                "    outcomesAdvised: 4\n    marks",
                "    outcomesAdvised: 4\n    colour: red\n    marks",
                "trial.yaml: a scheme has no “levels.MINISTRY.colour”");
    }

    @Test
    void a_key_that_is_missing_twice_or_empty_is_refused() {
        assertRefused("code: classic\n", "", "trial.yaml: “code” cannot be read");
        assertRefused("code: classic\n", "code: classic\ncode: other\n", "trial.yaml is no YAML");
        assertRefused("version: 1\n", "version:\n", "trial.yaml: “version” is empty");
        assertRefused("kind: DATE", "kind: DAY", "trial.yaml: “levels.MINISTRY.mandatoryObjectives[0].activities[1]");
        assertRefused("firstYear: 2014-15", "firstYear: 2014-16", "trial.yaml: “firstYear” cannot be read");
    }

    @Test
    void weights_that_do_not_add_up_are_refused() {
        assertRefused(
                "ownMarks: 100",
                "ownMarks: 90",
                "levels.MINISTRY: ownMarks and the weights of reformPlans add up to 90, not to 100");
        assertRefused(
                "        weight: 4\n",
                "        weight: 5\n",
                "levels.MINISTRY.mandatoryObjectives M1: its indicators add up to 4, not to 5");
    }

    @Test
    void a_ladder_that_does_not_run_one_way_is_refused_with_its_indicator() {
        assertRefused(
                "'60', '55', '50'", "'60', '55', '57'", "levels.MINISTRY M1.1.1: The ladder does not run one way");
        assertRefused("'16 Jul', '31 Jul'", "'16 Jul', '31 Sep'", "levels.MINISTRY M1.2.1");
        assertRefused("id: M1.2.2", "id: M1.2.3", "indicators are numbered in order, M1.2.1 first");
        assertRefused("{from: 0,", "{from: 70,", "levels.MINISTRY.bands: from the best band to the lowest");
        assertRefused("key: ACRONYMS", "key: COVER", "levels.MINISTRY.sections: COVER stands there twice");
    }

    private static void assertRefused(String sound, String unsound, String sentence) {
        String text = text("classic.yaml");
        assertThat(text).contains(sound);
        assertThatThrownBy(() -> SchemeCheck.demandSound(SchemeFile.read("trial.yaml", text.replace(sound, unsound))))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining(sentence);
    }

    private static SchemeFacts read(String name) {
        SchemeFile file = SchemeFile.read(name, text(name));
        SchemeCheck.demandSound(file);
        return file.facts();
    }

    static String text(String name) {
        try (var file = SchemeFileTest.class.getResourceAsStream("/schemes/" + name)) {
            return new String(Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
