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

    /** The schema that Flyway and the engine make their tables in. */
    private static final String OURS = "public";

    private final JdbcTemplate database;
    private final Findings findings;

    SchemaAudit(JdbcTemplate database, Findings findings) {
        this.database = database;
        this.findings = findings;
    }

    void run(Collection<WatchedTable> ours) {
        StoredRows stored = new StoredRows(database);
        if (stored.isPostgres()) {
            // before anything is asked by its plain name
            readOnlyOurs();
        }
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

    /** Whoever may set where names are looked for can put other tables, and other catalogues, before ours. */
    private void readOnlyOurs() {
        String path = database.queryForObject(
                "select pg_catalog.array_to_string(pg_catalog.current_schemas(true), ', ')", String.class);
        if (!("pg_catalog, " + OURS).equals(path)) {
            findings.add(
                    Fault.CHANGED,
                    "search_path",
                    "The database looks for tables in " + path + ", where this desk's stand in " + OURS + " alone.");
        }
        database.queryForObject("select pg_catalog.set_config('search_path', '" + OURS + "', true)", String.class);
    }

    /** The triggers of all tables: one at a table that nobody watches could write to those that are. */
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
        }
        database.query(
                "select c.relname, t.tgname from pg_trigger t join pg_class c on c.oid = t.tgrelid where not t.tgisinternal order by 1, 2",
                trigger -> {
                    tellTrigger(trigger.getString(1), trigger.getString(2));
                });
        database.query("select evtname from pg_event_trigger order by evtname", trigger -> {
            findings.add(
                    Fault.CHANGED,
                    "event trigger " + trigger.getString(1),
                    "It acts on what is done to tables, and the desk did not make it.");
        });
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
        }
        database.query(
                "select event_object_table, trigger_name from information_schema.triggers order by 1, 2", trigger -> {
                    tellTrigger(trigger.getString(1).toLowerCase(Locale.ROOT), trigger.getString(2));
                });
    }

    private void tellNoTable(String table) {
        tell(table, "It is no table, but something that stands in its place.");
    }

    private void tellTrigger(String table, String trigger) {
        tell(table, "The trigger “" + trigger + "”, which the desk did not make, acts on its rows.");
    }

    private void tell(String table, String sentence) {
        findings.add(Fault.CHANGED, "table " + table, sentence);
    }
}
