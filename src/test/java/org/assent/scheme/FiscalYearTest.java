package org.assent.scheme;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.time.MonthDay;
import org.assent.engine.Refusal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FiscalYearTest {

    private final FiscalYear year = FiscalYear.of("2023-24");

    @Test
    void a_year_runs_from_july_to_june_in_dhaka() {
        assertThat(year.start()).isEqualTo(LocalDate.of(2023, 7, 1));
        assertThat(year.end()).isEqualTo(LocalDate.of(2024, 6, 30));
        assertThat(year.begins()).isEqualTo(Instant.parse("2023-06-30T18:00:00Z"));
        assertThat(year.ends()).isEqualTo(Instant.parse("2024-06-30T18:00:00Z"));
        assertThat(year.quarterEnd(1)).isEqualTo(LocalDate.of(2023, 9, 30));
        assertThat(year.quarterEnd(2)).isEqualTo(LocalDate.of(2023, 12, 31));
        assertThat(year.quarterEnd(3)).isEqualTo(LocalDate.of(2024, 3, 31));
        assertThat(year.quarterEnd(4)).isEqualTo(year.end());
    }

    @Test
    void a_year_is_written_with_both_its_years_and_read_back() {
        assertThat(year).hasToString("2023-24");
        assertThat(FiscalYear.of("1999-00")).hasToString("1999-00");
        assertThat(FiscalYear.of("2008-09").next()).hasToString("2009-10");
        assertThat(year.previous()).isEqualTo(FiscalYear.of("2022-23")).isLessThan(year);
    }

    @Test
    void a_day_and_month_has_one_place_in_a_year() {
        assertThat(year.place(MonthDay.of(7, 16))).isEqualTo(LocalDate.of(2023, 7, 16));
        assertThat(year.place(MonthDay.of(6, 30))).isEqualTo(LocalDate.of(2024, 6, 30));
        assertThat(FiscalYear.containing(LocalDate.of(2024, 6, 30))).isEqualTo(year);
        assertThat(FiscalYear.containing(LocalDate.of(2024, 7, 1))).isEqualTo(year.next());
        assertThat(year.contains(year.end())).isTrue();
        assertThat(year.contains(year.end().plusDays(1))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "2023", "2023-25", "2023-2024", "23-24", "2023/24", "২০২৩-২৪", "9999-00", " 2023-24"})
    void anything_else_is_no_fiscal_year(String written) {
        assertThatThrownBy(() -> FiscalYear.of(written))
                .isInstanceOf(Refusal.class)
                .hasMessage("A fiscal year is written with both its years, such as 2023-24.");
    }
}
