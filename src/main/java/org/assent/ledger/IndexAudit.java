package org.assent.ledger;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.assent.ledger.Finding.Fault;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Holds what leads to the entries against them: the list by which a document's proof is found, and the number that the
 * next entry gets. Neither is evidence, and without them a proof is not found or nothing more is recorded.
 */
final class IndexAudit {

    private final JdbcTemplate database;
    private final Records records;
    private final Findings findings;

    IndexAudit(JdbcTemplate database, Records records, Findings findings) {
        this.database = database;
        this.records = records;
        this.findings = findings;
    }

    /** Call it when all entries have been read. */
    void run() {
        Map<Long, Set<String>> listed = new HashMap<>();
        database.query("select entry, sha256 from ledger_document", row -> {
            listed.computeIfAbsent(row.getLong(1), entry -> new HashSet<>()).add(row.getString(2));
        });
        records.documents().forEach((entry, documents) -> documents.stream()
                .filter(document -> !listed.getOrDefault(entry, Set.of()).contains(document))
                .sorted()
                .forEach(document -> findings.add(
                        Fault.MISSING,
                        "ledger_document " + document,
                        "Entry " + entry + " tells of this document, and its proof is not found any more.")));
        listed.forEach((entry, documents) -> documents.stream()
                .filter(document -> !records.isBuried(entry)
                        && !records.documents().getOrDefault(entry, Set.of()).contains(document))
                .sorted()
                .forEach(document -> findings.add(
                        Fault.INSERTED,
                        "ledger_document " + document,
                        "Entry " + entry + ", to which it leads, tells of no such document.")));
        number();
    }

    private void number() {
        long highest = Objects.requireNonNull(
                database.queryForObject("select coalesce(max(id), 0) from ledger_entry", Long.class));
        boolean isPostgres = new StoredRows(database).isPostgres();
        // what the next one gets at the least: PostgreSQL tells the last that was given
        long next = Objects.requireNonNull(database.queryForObject(
                isPostgres
                        ? "select case when is_called then last_value + 1 else last_value end from ledger_entry_seq"
                        : "select base_value from information_schema.sequences where sequence_schema = schema() and sequence_name = 'LEDGER_ENTRY_SEQ'",
                Long.class));
        if (next <= highest) {
            findings.add(
                    Fault.CHANGED,
                    "sequence ledger_entry_seq",
                    "It would give the number " + next + " once more, so nothing could be recorded.");
        }
    }
}
