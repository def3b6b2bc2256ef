package org.assent.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import org.assent.engine.RowWatch;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.JdbcTemplate;

/** Whoever makes a table decides whether the ledger vouches for it. */
@SpringBootTest
class TablesWatchedTest {

    /** Tables without evidence, or the beginnings of their names, and why. */
    private static final Map<String, String> LEFT_OUT = Map.ofEntries(
            Map.entry("act_ru_batch", "running state; history tells what became of it"),
            Map.entry("act_ru_event_subscr", "running state; history tells what became of it"),
            Map.entry("act_ru_execution", "running state; history tells what became of it"),
            Map.entry("act_ru_ext_task", "running state; history tells what became of it"),
            Map.entry("act_ru_identitylink", "running state; act_hi_identitylink tells of each"),
            Map.entry("act_ru_incident", "running state; act_hi_incident tells of each"),
            Map.entry("act_ru_job", "running state; act_hi_job_log tells of each"),
            Map.entry("act_ru_meter_log", "metrics of the engine"),
            Map.entry("act_ru_task", "running state; act_hi_taskinst tells of each, and metrics are switched off"),
            Map.entry("act_ru_variable", "running state; act_hi_varinst and act_hi_detail tell of each"),
            Map.entry("act_ge_property", "counters of the engine"),
            Map.entry("act_ge_schema_log", "the engine's own versions"),
            Map.entry("flyway_schema_history", "the ledger tells of migrations that change rows"),
            Map.entry("ledger_", "the ledger itself"),
            Map.entry(
                    "rehearsal_clock",
                    "how far a rehearsal's clock has shown, renewed all the time; none in production"));

    @Autowired
    JdbcTemplate database;

    @Autowired
    EntityTables ours;

    @Test
    void every_table_is_watched_or_left_out_for_a_reason() {
        List<String> watched = ours.all().stream().map(WatchedTable::name).toList();
        List<String> tables = database
                .queryForList(
                        "select table_name from information_schema.tables where table_schema in ('public', 'PUBLIC') and table_type = 'BASE TABLE'",
                        String.class)
                .stream()
                .map(name -> name.toLowerCase(Locale.ROOT))
                .toList();
        TreeSet<String> unused = new TreeSet<>(LEFT_OUT.keySet());

        List<String> undecided = tables.stream()
                .filter(table -> !watched.contains(table) && !RowWatch.isWatched(table))
                .filter(table -> LEFT_OUT.keySet().stream()
                                .filter(table::startsWith)
                                .peek(unused::remove)
                                .count()
                        == 0)
                .toList();

        assertThat(undecided).as("tables that nobody has decided about").isEmpty();
        assertThat(unused).as("reasons for tables that do not exist").isEmpty();
        assertThat(tables).containsAll(watched).containsAll(RowWatch.KEPT);
    }
}
