package org.assent.scoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.List;
import org.assent.engine.Refusal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;

class ScoreTest {

    @ParameterizedTest(name = "{0}")
    @CsvFileSource(resources = "scores.csv", numLinesToSkip = 1)
    void scores_to_the_last_digit(
            String name,
            String ladder,
            String actual,
            Mode mode,
            boolean evidence,
            String weight,
            String exact,
            String weighted) {
        Score score = score(ladder, actual, mode, evidence);

        assertThat(score.exact()).isEqualTo(exact);
        assertThat(score.shownWeighted(new BigDecimal(FigureText.plain(weight))))
                .isEqualTo(new BigDecimal(weighted));
    }

    @Test
    void what_never_ends_is_given_with_ten_decimals_to_programs_and_two_to_people() {
        Score score = score("16 Jul / 31 Jul", "20 Jul", Mode.INTERPOLATE, true);

        assertThat(score.precise()).isEqualTo(new BigDecimal("97.3333333333"));
        assertThat(score.shown()).isEqualTo(new BigDecimal("97.33"));
    }

    @ParameterizedTest(name = "{1} on {0}")
    @CsvSource(
            delimiter = '@',
            textBlock =
                    """
            30.00/29.95/29.90 @ 29.97   @ 29.97 lies between 29.95 (90) and 30.00 (100): 90 + 10 x (29.97 - 29.95) / (30.00 - 29.95) = 94.00.
            10/20/30          @ 14      @ 14 lies between 20 (90) and 10 (100): 90 + 10 x (20 - 14) / (20 - 10) = 96.00.
            2/0/-2            @ -1      @ -1 lies between -2 (80) and 0 (90): 80 + 10 x (-1 - (-2)) / (0 - (-2)) = 85.00.
            90 %/80 %         @ ৮৫      @ 85 % lies between 80 % (90) and 90 % (100): 90 + 10 x (85 % - 80 %) / (90 % - 80 %) = 95.00.
            16 Jul/31 Jul     @ 20 July @ 20 Jul lies between 31 Jul (90) and 16 Jul (100): 90 + 10 x (11 days from 20 Jul to 31 Jul) / (15 days from 16 Jul to 31 Jul) = 97.3333333333, shown as 97.33.
            60/55/50          @ 65      @ 65 is better than 60, the level for 100; there is no more than that: the score is 100.00.
            60/55/50          @ 55      @ 55 is exactly the level for 90: the score is 90.00.
            60/55/50          @ 49.9    @ 49.9 is worse than 50, the last level of the ladder (80): the score is 0.00.
            15 Jun/30 Jun     @ 5 Jul   @ 5 Jul is better than 15 Jun, the level for 100 (dates without a year lie in one fiscal year, July to June); there is no more than that: the score is 100.00.
            """)
    void says_in_words_how_it_came_about(String ladder, String actual, String words) {
        assertThat(score(ladder, actual, Mode.INTERPOLATE, true).explanation()).isEqualTo(words);
    }

    @Test
    void says_why_a_step_evidence_or_a_figure_decided() {
        assertThat(score("60/55/50", "57", Mode.STEP, true).explanation())
                .isEqualTo(
                        "57 reaches 55 (90) but not 60 (100), and steps count only when reached: the score is 90.00.");
        assertThat(score("60/55/50", "55", Mode.INTERPOLATE, false).explanation())
                .isEqualTo(
                        "No evidence was given, so the score is 0.00. With evidence: 55 is exactly the level for 90: the score is 90.00.");
        assertThat(ladder("60/55").score(null, Mode.INTERPOLATE, true))
                .satisfies(score -> assertThat(score.raw().isZero()).isTrue())
                .extracting(Score::explanation)
                .isEqualTo("No figure was reported, so the score is 0.00.");
        assertThat(score("60/55", "55", Mode.INTERPOLATE, true).explanation(new BigDecimal("2.5")))
                .endsWith(" Weighted: 90.00 x 2.5 / 100 = 2.25.");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '@',
            textBlock =
                    """
            60/55          @ 16 Jul      @ is a date, but the levels of the ladder are a number each
            16 Jul/31 Jul  @ 12          @ 12 is a number, but the levels of the ladder are a date each
            16 Jul/31 Jul  @ 90 %        @ is a percentage
            16 Jul/31 Jul  @ 2021-07-20  @ bears a year, but the dates of the ladder do not
            2021-07-16|2021-07-31 @ 20 Jul @ bears no year, but the dates of the ladder do
            """)
    void a_figure_that_cannot_be_compared_is_refused(String ladder, String actual, String words) {
        assertThatThrownBy(() -> ladder(ladder).read(actual))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining(words);
    }

    @Test
    void a_percentage_is_refused_where_the_indicator_counts() {
        Ladder counted = Ladder.of(Terms.OPEN.of(ValueKind.NUMBER), List.of("4", "3"));

        assertThatThrownBy(() -> counted.read("90 %"))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("percentage");
    }

    @Test
    void the_fiscal_year_gives_dates_their_year() {
        Ladder ladder = Ladder.of(Terms.OPEN.in(2023), List.of("28 Feb", "2024-03-01"));

        assertThat(ladder.score(ladder.read("29 Feb"), Mode.INTERPOLATE, true).exact())
                .isEqualTo("95");
        assertThat(ladder.score(ladder.read("5 July 2024"), Mode.INTERPOLATE, true)
                        .exact())
                .as("late, though July opens a fiscal year")
                .isEqualTo("0");
    }

    @Test
    void marks_are_the_scheme_s() {
        Ladder ladder = Ladder.of(Terms.OPEN.marked(List.of(100, 50)), List.of("10", "0"));

        assertThat(ladder.score(ladder.read("4"), Mode.INTERPOLATE, true).exact())
                .isEqualTo("70");
        assertThat(Ladder.problems(Terms.OPEN.marked(List.of(100, 50)), List.of("3", "2", "1")))
                .containsExactly("A ladder has at most 2 levels, this one has 3.");
    }

    private static Score score(String ladder, String actual, Mode mode, boolean evidence) {
        return ladder(ladder).score(ladder(ladder).read(actual), mode, evidence);
    }

    private static Ladder ladder(String cell) {
        return Ladder.of(Terms.OPEN, Ladder.split(cell));
    }
}
