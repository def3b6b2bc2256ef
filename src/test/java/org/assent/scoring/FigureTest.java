package org.assent.scoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.assent.engine.Refusal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class FigureTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '@',
            textBlock =
                    """
            1,234.50       @ NUMBER  @ 1234.50
            12,34,567      @ NUMBER  @ 1234567
            29.97          @ NUMBER  @ 29.97
            .5             @ NUMBER  @ 0.5
            -3             @ NUMBER  @ -3
            −3             @ NUMBER  @ -3
            ১,২৩৪.৫০       @ NUMBER  @ 1234.50
            ২৯.৯৭          @ NUMBER  @ 29.97
            90 %           @ PERCENT @ 90 %
            90%            @ PERCENT @ 90 %
            ৯০ শতাংশ       @ PERCENT @ 90 %
            90 Per Cent    @ PERCENT @ 90 %
            2021-07-16     @ DATE    @ 16 Jul 2021
            16/07/2021     @ DATE    @ 16 Jul 2021
            16.7.2021      @ DATE    @ 16 Jul 2021
            16 Jul 2021    @ DATE    @ 16 Jul 2021
            16-Jul-2021    @ DATE    @ 16 Jul 2021
            16th JULY 2021 @ DATE    @ 16 Jul 2021
            July 16, 2021  @ DATE    @ 16 Jul 2021
            16 July        @ DATE    @ 16 Jul
            15 Apr.        @ DATE    @ 15 Apr
            ১৬ জুলাই ২০২১  @ DATE    @ 16 Jul 2021
            ৩০ জুন         @ DATE    @ 30 Jun
            ১ মে           @ DATE    @ 1 May
            """)
    void is_read_as_officials_type_it(String typed, ValueKind kind, String shown) {
        Figure figure = Figure.read("\u00a0 " + typed + " \t");

        assertThat(figure.kind()).isEqualTo(kind);
        assertThat(figure).hasToString(shown);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "5²",
                "1e3",
                "0x10",
                "12,3",
                "1,2345",
                "1.2.3",
                "29,97",
                "%",
                "+",
                ".",
                "NaN",
                "thirty",
                "16 Juli",
                "31 Jun",
                "29 Feb 2021",
                "0 Jul",
                "16/07",
                "2021-13-01",
                "99999999999999999999999999999999999"
            })
    void what_could_be_misread_is_refused_and_quoted(String typed) {
        assertThatThrownBy(() -> Figure.read(typed))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("“" + typed.substring(0, Math.min(typed.length(), 32)));
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", " ", "-", "–", "\u00a0—"})
    void nothing_is_missing(String typed) {
        assertThat(Figure.missing(typed)).isTrue();
    }

    @Test
    void a_date_without_a_year_finds_it_in_the_fiscal_year() {
        assertThat(Figure.read("16 Jul", 2021).date()).contains(LocalDate.of(2021, 7, 16));
        assertThat(Figure.read("31 Dec", 2021).date()).contains(LocalDate.of(2021, 12, 31));
        assertThat(Figure.read("1 Jan", 2021).date()).contains(LocalDate.of(2022, 1, 1));
        assertThat(Figure.read("30 Jun", 2021).date()).contains(LocalDate.of(2022, 6, 30));
        assertThat(Figure.read("29 Feb", 2023).date()).contains(LocalDate.of(2024, 2, 29));
        assertThat(Figure.read("2019-01-01", 2021).date()).contains(LocalDate.of(2019, 1, 1));
        assertThat(Figure.read("16 Jul").date()).isEmpty();
        assertThatThrownBy(() -> Figure.read("29 Feb", 2021)).isInstanceOf(Refusal.class);
    }

    @ParameterizedTest
    @CsvSource({
        "SUM, '1,234.50', 0.50, , 10, 1245",
        "SUM, , , , ২.৫, 2.5",
        "LATEST, 10, 20, 15, , 15",
        "LATEST, 40 %, 45 %, , 50 %, 50",
        "AVERAGE, 10, 20, , 15, 15",
        "AVERAGE, 10 %, 20 %, 20 %, , 50/3"
    })
    void quarters_make_a_year(Accumulation accumulation, String q1, String q2, String q3, String q4, String year) {
        Figure figure = accumulation.of(quarters(q1, q2, q3, q4));

        assertThat(figure).isNotNull();
        assertThat(Exact.text(figure.exact())).isEqualTo(year);
    }

    @Test
    void the_latest_date_counts_and_no_quarter_gives_no_year() {
        assertThat(Accumulation.LATEST.of(quarters("16 Jul 2021", null, "20 Jul 2021", null)))
                .hasToString("20 Jul 2021");
        for (Accumulation accumulation : Accumulation.values()) {
            assertThat(accumulation.of(quarters(null, null, null, null))).isNull();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "SUM, 10 %, 20 %, do not add up",
        "SUM, 16 Jul, 20 Jul, no sum",
        "AVERAGE, 16 Jul, 20 Jul, no average",
        "LATEST, 10, 20 Jul, mix",
        "SUM, 10, 20 %, mix"
    })
    void what_does_not_add_up_is_refused(Accumulation accumulation, String q1, String q2, String words) {
        assertThatThrownBy(() -> accumulation.of(quarters(q1, q2)))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining(words);
    }

    private static List<Figure> quarters(String... typed) {
        return Arrays.stream(typed)
                .map(one -> one == null ? null : Figure.read(one))
                .toList();
    }
}
