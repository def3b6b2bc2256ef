package org.assent.ledger;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.assent.engine.RowWatch;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Takes into the ledger what stood before there was one: reference data of the migrations, and the cases of a desk that
 * is older than its ledger. Once; what appears later without an entry is a finding.
 */
@Component
class Baseline {

    private final JdbcTemplate database;
    private final TransactionTemplate transaction;
    private final Ledger ledger;
    private final EntityWatch ours;

    Baseline(JdbcTemplate database, PlatformTransactionManager transactions, Ledger ledger, EntityWatch ours) {
        this.database = database;
        this.transaction = new TransactionTemplate(transactions);
        this.ledger = ledger;
        this.ours = ours;
    }

    @EventListener(ApplicationReadyEvent.class)
    @Order(0)
    void take() {
        Long taken =
                database.queryForObject("select count(*) from ledger_chain where chain = 'desk:baseline'", Long.class);
        if (taken != null && taken == 0) {
            transaction.executeWithoutResult(status -> takeAll());
        }
    }

    private void takeAll() {
        Map<String, Set<String>> known = new java.util.HashMap<>();
        database.query("select content from ledger_entry", row -> {
            for (var record : CanonicalJson.read(row.getString(1)).path("records")) {
                known.computeIfAbsent(record.path("table").asText(), table -> new HashSet<>())
                        .add(record.path("row").asText());
            }
        });
        StoredRows stored = new StoredRows(database);
        List<WatchedTable> tables = new ArrayList<>(ours.tables());
        database
                .queryForList(
                        "select table_name from information_schema.tables where table_schema in ('public', 'PUBLIC')",
                        String.class)
                .stream()
                .map(name -> name.toLowerCase(Locale.ROOT))
                .filter(RowWatch::isWatched)
                .sorted()
                .map(WatchedTable::ofEngine)
                .forEach(tables::add);
        for (WatchedTable table : tables) {
            Set<String> recorded = known.getOrDefault(table.name(), Set.of());
            stored.each(table, (row, values) -> {
                if (!recorded.contains(row)) {
                    ledger.found(table, row, values);
                }
            });
        }
        ledger.record("baseline", Map.of("tables", Integer.toString(known.size())));
    }
}
