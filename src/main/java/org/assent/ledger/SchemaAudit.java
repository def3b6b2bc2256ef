package org.assent.ledger;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.assent.ledger.Finding.Fault;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Looks whether the tables are tables: a view in the place of one, a trigger, a rule or a row policy shows the desk and
 * this audit other rows than were written. No table of the engine's or of ours has any.
 */
final class SchemaAudit {

    private static final List<String> LEDGER =
            List.of("ledger_entry", "ledger_chain", "ledger_seal", "ledger_leaf", "ledger_salt");

    private final JdbcTemplate database;
    private final Findings findings;

    SchemaAudit(JdbcTemplate database, Findings findings) {
        this.database = database;
        this.findings = findings;
    }

    void run(Collection<WatchedTable> ours) {
        StoredRows stored = new StoredRows(database);
        List<String> tables = Stream.of(
                        LEDGER.stream(),
                        ours.stream().map(WatchedTable::name),
                        stored.tablesOfEngine().stream().map(WatchedTable::name))
                .flatMap(names -> names)
                .distinct()
                .sorted()
                .toList();
        if (stored.isPostgres()) {
            postgres(tables);
        } else {
            h2(tables);
        }
    }

    /** Each as a query by this desk would find it. */
    private void postgres(List<String> tables) {
        for (String table : tables) {
            database.query(
                    "select relkind, relhasrules, relrowsecurity, relpersistence from pg_class where oid = to_regclass(?)",
                    about -> {
                        if (!about.getString(1).equals("r")
                                || !about.getString(4).equals("p")) {
                            tellNoTable(table);
                        } else if (about.getBoolean(2)) {
                            tell(table, "A rule rewrites what is asked of it.");
                        } else if (about.getBoolean(3)) {
                            tell(table, "A row policy hides some of its rows.");
                        }
                    },
                    table);
            tellTriggers(
                    table,
                    database.queryForList(
                            "select tgname from pg_trigger where tgrelid = to_regclass(?) and not tgisinternal",
                            String.class,
                            table));
        }
    }

    private void h2(List<String> tables) {
        for (String table : tables) {
            String name = table.toUpperCase(Locale.ROOT);
            if (!database.queryForList(
                            "select table_type from information_schema.tables where table_schema = schema() and table_name = ?",
                            String.class,
                            name)
                    .equals(List.of("BASE TABLE"))) {
                tellNoTable(table);
            }
            tellTriggers(
                    table,
                    database.queryForList(
                            "select trigger_name from information_schema.triggers where event_object_schema = schema() and event_object_table = ?",
                            String.class,
                            name));
        }
    }

    private void tellNoTable(String table) {
        tell(table, "It is no table, but something that stands in its place.");
    }

    private void tellTriggers(String table, List<String> triggers) {
        triggers.forEach(trigger ->
                tell(table, "The trigger “" + trigger + "”, which the desk did not make, acts on its rows."));
    }

    private void tell(String table, String sentence) {
        findings.add(Fault.CHANGED, "table " + table, sentence);
    }
}
