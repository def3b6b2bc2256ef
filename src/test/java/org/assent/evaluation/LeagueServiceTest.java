package org.assent.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.persistence.EntityManagerFactory;
import java.math.BigDecimal;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.assent.engine.FreshDesk;
import org.assent.scheme.FiscalYear;
import org.assent.scheme.OfficeLevel;
import org.hibernate.SessionFactory;
import org.hibernate.stat.Statistics;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.JdbcTemplate;

@SpringBootTest
@ExtendWith(FreshDesk.class)
class LeagueServiceTest {

    private static final int OFFICES = 24_000;
    private static final FiscalYear YEAR = FiscalYear.of("2021-22");

    @Autowired
    JdbcTemplate jdbc;

    @Autowired
    LeagueService league;

    @Autowired
    EvaluationRegister evaluations;

    @Autowired
    EntityManagerFactory entities;

    private Statistics statistics;

    @BeforeEach
    void countsStatements() {
        statistics = entities.unwrap(SessionFactory.class).getStatistics();
        statistics.setStatisticsEnabled(true);
    }

    @AfterEach
    void stopsCounting() {
        statistics.setStatisticsEnabled(false);
    }

    @Test
    void twenty_four_thousand_offices_are_ranked_with_one_query_and_written_in_batches() {
        List<Object[]> rows = new ArrayList<>();
        for (int i = 0; i < OFFICES; i++) {
            rows.add(row(i, BigDecimal.valueOf(5_000 + i % 4_000, 2)));
        }
        insert(rows);
        statistics.clear();

        Instant before = Instant.now();
        league.publish("office-7/2021-22");
        Duration took = Duration.between(before, Instant.now());

        // the score, the edition before, all scores, the edition's number and row, and one prepared statement a batch
        assertThat(statistics.getPrepareStatementCount()).isLessThanOrEqualTo(5 + OFFICES / 1_000);
        assertThat(took).isLessThan(Duration.ofSeconds(60));
        LeagueTable table = evaluations.league(YEAR, OfficeLevel.FIELD_OFFICE).orElseThrow();
        assertThat(table.offices()).isEqualTo(OFFICES);
        assertThat(table.best()).isEqualTo("89.99");
        assertThat(table.worst()).isEqualTo("50.00");
        assertThat(table.average()).isEqualTo("70.00");
        assertThat(table.rows()).hasSize(OFFICES);
        assertThat(table.rows().subList(0, 7)).extracting(LeagueTable.Row::rank).containsExactly(1, 1, 1, 1, 1, 1, 2);
        assertThat(table.rows().get(OFFICES - 1).rank()).isEqualTo(4_000);
        assertThat(table.topTen()).hasSize(60);
    }

    @Test
    void an_office_that_the_list_holds_makes_no_new_edition() {
        insert(List.of(row(1, new BigDecimal("90.00")), row(2, new BigDecimal("91.00"))));
        league.publish("office-1/2021-22");
        statistics.clear();

        league.publish("office-2/2021-22");

        assertThat(statistics.getPrepareStatementCount()).isLessThanOrEqualTo(3);
        assertThat(evaluations.editions(YEAR, OfficeLevel.FIELD_OFFICE))
                .singleElement()
                .satisfies(table -> assertThat(table.rows())
                        .extracting(LeagueTable.Row::organisation)
                        .containsExactly("office-2", "office-1"));
    }

    private static Object[] row(int number, BigDecimal score) {
        return new Object[] {
            2_000_000L + number,
            "office-" + number + "/2021-22",
            "office-" + number,
            score,
            score,
            score.toPlainString(),
            Timestamp.from(Instant.parse("2022-08-01T00:00:00Z"))
        };
    }

    private void insert(List<Object[]> rows) {
        jdbc.batchUpdate(
                "insert into agreement_score (id, agreement_key, organisation, fiscal_year, office_level,"
                        + " document_version, evaluation_round, composite, own_marks, composite_exact, band, fixed_by,"
                        + " fixed_at) values (?, ?, ?, '2021-22', 'FIELD_OFFICE', 1, 1, ?, ?, ?, 'Good', 'a-head', ?)",
                rows);
    }
}
