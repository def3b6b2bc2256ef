package org.assent.project;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DeadlinesTest {

    @ParameterizedTest(name = "first day {0}, {1} days ahead: {2}")
    @CsvSource({
        "2022-08-24, 14, 2022-08-10, 2022-08-10T00:00:00Z",
        "2022-08-24, 28, 2022-07-27, 2022-07-27T00:00:00Z",
        // over the end of a month and of a year
        "2022-09-05, 14, 2022-08-22, 2022-08-22T00:00:00Z",
        "2023-01-10, 14, 2022-12-27, 2022-12-27T00:00:00Z",
        "2023-01-14, 14, 2022-12-31, 2022-12-31T00:00:00Z",
        "2023-01-15, 14, 2023-01-01, 2023-01-01T00:00:00Z",
        // leap years have a 29 February: 2024 and 2000, not 2023 and 2100
        "2024-03-14, 14, 2024-02-29, 2024-02-29T00:00:00Z",
        "2023-03-14, 14, 2023-02-28, 2023-02-28T00:00:00Z",
        "2024-03-28, 28, 2024-02-29, 2024-02-29T00:00:00Z",
        "2000-03-14, 14, 2000-02-29, 2000-02-29T00:00:00Z",
        "2100-03-14, 14, 2100-02-28, 2100-02-28T00:00:00Z",
        // Türkiye's clocks changed on 27 March 2016, New York's on 13 March 2022: Tokyo's never do
        "2016-04-05, 14, 2016-03-22, 2016-03-22T00:00:00Z",
        "2022-03-20, 14, 2022-03-06, 2022-03-06T00:00:00Z"
    })
    void the_names_are_announced_at_nine_in_tokyo_so_many_days_ahead(
            LocalDate start, int lead, LocalDate day, Instant moment) {
        Deadlines deadlines = new Deadlines(start, start.minusDays(30), lead, 14, 3);

        assertThat(deadlines.announceOn()).isEqualTo(day);
        assertThat(deadlines.announceAt()).isEqualTo(moment);
        assertThat(deadlines.readinessAt()).isEqualTo(moment.minusSeconds(2 * 24 * 60 * 60));
    }

    @ParameterizedTest(name = "closing date {0} ends at {1}")
    @CsvSource({
        "2022-08-03, 2022-08-03T15:00:00Z, 2022-07-20T00:00:00Z, 2022-07-31T00:00:00Z",
        "2022-08-31, 2022-08-31T15:00:00Z, 2022-08-17T00:00:00Z, 2022-08-28T00:00:00Z",
        "2022-12-31, 2022-12-31T15:00:00Z, 2022-12-17T00:00:00Z, 2022-12-28T00:00:00Z",
        "2024-02-29, 2024-02-29T15:00:00Z, 2024-02-15T00:00:00Z, 2024-02-26T00:00:00Z",
        "2024-03-01, 2024-03-01T15:00:00Z, 2024-02-16T00:00:00Z, 2024-02-27T00:00:00Z",
        "2023-03-01, 2023-03-01T15:00:00Z, 2023-02-15T00:00:00Z, 2023-02-26T00:00:00Z"
    })
    void nominations_close_with_the_last_moment_of_the_day_in_tokyo(
            LocalDate closing, Instant end, Instant first, Instant second) {
        Deadlines deadlines = new Deadlines(closing.plusDays(30), closing, 14, 14, 3);

        assertThat(deadlines.closingAt()).isEqualTo(end);
        assertThat(deadlines.firstReminderAt()).isEqualTo(first);
        assertThat(deadlines.secondReminderAt()).isEqualTo(second);
    }
}
