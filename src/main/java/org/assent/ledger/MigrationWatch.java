package org.assent.ledger;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.flywaydb.core.api.callback.Callback;
import org.flywaydb.core.api.callback.Context;
import org.flywaydb.core.api.callback.Event;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/**
 * Notes which rows of ours a migration of this release changes, in a file outside the database, because the ledger's
 * writer is not there yet; the {@link Baseline} takes them in when the desk is up. Rows that the migration leaves alone
 * are not looked at again, so a change made beside it is still found.
 */
final class MigrationWatch implements Callback {

    private static final JsonMapper JSON = new JsonMapper();

    /** Rows of a table before, by their whole content. */
    private final Map<String, Set<Map<String, String>>> before = new HashMap<>();

    private final Path folder;

    MigrationWatch(Path folder) {
        this.folder = folder;
    }

    /**
     * What one migration did.
     *
     * @param version of the migration
     * @param script by its name
     * @param changed rows as they are now or were, by table
     */
    record Told(String version, String script, Map<String, List<Map<String, String>>> changed) {}

    @Override
    public boolean supports(Event event, @Nullable Context context) {
        return event == Event.BEFORE_EACH_MIGRATE || event == Event.AFTER_EACH_MIGRATE;
    }

    @Override
    public boolean canHandleInTransaction(Event event, @Nullable Context context) {
        return true;
    }

    @Override
    public void handle(Event event, Context context) {
        JdbcTemplate database = over(context.getConnection());
        if (event == Event.BEFORE_EACH_MIGRATE) {
            before.clear();
            if (hasLedger(database)) {
                before.putAll(rows(database));
            }
        } else if (!before.isEmpty()) {
            Map<String, List<Map<String, String>>> changed = changed(rows(database));
            if (!changed.isEmpty()) {
                var migration = context.getMigrationInfo();
                add(new Told(
                        migration.getVersion() == null
                                ? ""
                                : migration.getVersion().getVersion(),
                        migration.getScript(),
                        changed));
            }
        }
    }

    /** What has been noted and not been taken in. */
    static List<Told> told(Path folder) {
        Path file = file(folder);
        try {
            return Files.exists(file)
                    ? JSON.readValue(Files.readAllBytes(file), new TypeReference<List<Told>>() {})
                    : List.of();
        } catch (IOException e) {
            throw new UncheckedIOException("What migrations changed cannot be read: " + file, e);
        }
    }

    static void forget(Path folder) {
        try {
            Files.deleteIfExists(file(folder));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path file(Path folder) {
        return folder.resolve("migrated.json");
    }

    private void add(Told told) {
        List<Told> all = new ArrayList<>(told(folder));
        all.add(told);
        try {
            Files.createDirectories(folder);
            Files.write(file(folder), JSON.writeValueAsBytes(all));
        } catch (IOException e) {
            throw new UncheckedIOException("What migrations changed cannot be noted", e);
        }
    }

    private Map<String, List<Map<String, String>>> changed(Map<String, Set<Map<String, String>>> now) {
        Map<String, List<Map<String, String>>> changed = new TreeMap<>();
        now.forEach((table, rows) -> {
            Set<Map<String, String>> old = before.getOrDefault(table, Set.of());
            List<Map<String, String>> different = new ArrayList<>();
            rows.stream().filter(row -> !old.contains(row)).forEach(different::add);
            old.stream().filter(row -> !rows.contains(row)).forEach(different::add);
            if (!different.isEmpty()) {
                changed.put(table, different);
            }
        });
        return changed;
    }

    /** All of ours, without the ledger's own. */
    private static Map<String, Set<Map<String, String>>> rows(JdbcTemplate database) {
        StoredRows stored = new StoredRows(database);
        Map<String, Set<Map<String, String>>> rows = new HashMap<>();
        new StoredRows(database)
                .tables().stream()
                        .filter(table -> !table.startsWith("act_")
                                && !table.startsWith("ledger_")
                                && !table.startsWith("flyway_"))
                        .forEach(table -> {
                            Set<Map<String, String>> all = new HashSet<>();
                            stored.each(
                                    new WatchedTable(table, List.of(), false, true, ""),
                                    (id, values) -> all.add(values));
                            rows.put(table, all);
                        });
        return rows;
    }

    private static boolean hasLedger(JdbcTemplate database) {
        if (!new StoredRows(database).tables().contains("ledger_entry")) {
            return false;
        }
        Long entries = database.queryForObject("select count(*) from ledger_chain", Long.class);
        return entries != null && entries > 0;
    }

    private static JdbcTemplate over(Connection connection) {
        return new JdbcTemplate(new SingleConnectionDataSource(connection, true));
    }

    @Override
    public String getCallbackName() {
        return "ledger";
    }
}
