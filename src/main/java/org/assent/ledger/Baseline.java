package org.assent.ledger;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
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
    private final EntityTables ours;
    private final LedgerSettings settings;

    Baseline(
            JdbcTemplate database,
            PlatformTransactionManager transactions,
            Ledger ledger,
            EntityTables ours,
            LedgerSettings settings) {
        this.database = database;
        this.transaction = new TransactionTemplate(transactions);
        this.ledger = ledger;
        this.ours = ours;
        this.settings = settings;
    }

    @EventListener(ApplicationReadyEvent.class)
    @Order(0)
    void take() {
        Long taken =
                database.queryForObject("select count(*) from ledger_chain where chain = 'desk:baseline'", Long.class);
        if (taken != null && taken == 0) {
            transaction.executeWithoutResult(status -> takeAll());
        }
        takeMigrated(settings.path());
    }

    /** What migrations of this release changed, before there was a ledger to write to. */
    void takeMigrated(Path folder) {
        List<MigrationWatch.Told> told = MigrationWatch.told(folder);
        if (!told.isEmpty()) {
            transaction.executeWithoutResult(status -> told.forEach(this::takeMigrated));
            MigrationWatch.forget(folder);
        }
    }

    private void takeMigrated(MigrationWatch.Told migration) {
        ledger.happened(
                "migrated",
                Map.of(
                        "version", migration.version(),
                        "script", migration.script(),
                        "tables", String.join(" ", migration.changed().keySet())));
        for (WatchedTable table : ours.all()) {
            Map<String, Set<String>> tables = new HashMap<>();
            migration.changed().getOrDefault(table.name(), List.of()).forEach(row -> tables.computeIfAbsent(
                            table.name(), name -> new HashSet<>())
                    .add(table.rowOf(row)));
            Set<String> rows = tables.getOrDefault(table.name(), Set.of());
            Set<String> standing = new HashSet<>();
            if (!rows.isEmpty()) {
                new StoredRows(database).each(table, (row, values) -> {
                    if (rows.contains(row)) {
                        ledger.found(table, row, values);
                        standing.add(row);
                    }
                });
                rows.stream().filter(row -> !standing.contains(row)).forEach(row -> ledger.gone(table, row));
            }
        }
    }

    private void takeAll() {
        Map<String, Set<String>> known = new HashMap<>();
        database.query("select content from ledger_entry", row -> {
            for (var record : CanonicalJson.read(row.getString(1)).path("records")) {
                known.computeIfAbsent(record.path("table").asText(), table -> new HashSet<>())
                        .add(record.path("row").asText());
            }
        });
        StoredRows stored = new StoredRows(database);
        List<WatchedTable> tables = new ArrayList<>(ours.all());
        tables.addAll(stored.tablesOfEngine());
        for (WatchedTable table : tables) {
            Set<String> recorded = known.getOrDefault(table.name(), Set.of());
            stored.each(table, (row, values) -> {
                if (!recorded.contains(row)) {
                    ledger.found(table, row, values);
                }
            });
        }
        ledger.happened("baseline", Map.of("tables", Integer.toString(tables.size())));
    }
}
