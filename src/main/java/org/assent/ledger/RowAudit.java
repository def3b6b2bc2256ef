package org.assent.ledger;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ExecutorService;
import org.assent.ledger.Finding.Fault;
import org.assent.ledger.Records.Cleaned;
import org.assent.ledger.Records.Last;
import org.assent.ledger.Verification.Progress;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/** Holds every row of every watched table against the last that was recorded of it. */
final class RowAudit {

    private final JdbcTemplate database;
    private final StoredRows stored;
    private final List<WatchedTable> ours;
    private final Records records;
    private final Progress progress;
    private final Findings findings;

    private final Map<String, JsonNode> open = new HashMap<>();
    private long openEntry = -1;
    private long rows;

    RowAudit(JdbcTemplate database, List<WatchedTable> ours, Records records, Progress progress, Findings findings) {
        this.database = database;
        this.stored = new StoredRows(database);
        this.ours = ours;
        this.records = records;
        this.progress = progress;
        this.findings = findings;
    }

    /** Compares every row of every watched table, and answers how many there were. */
    long run(ExecutorService helpers) {
        Map<String, WatchedTable> tables = new LinkedHashMap<>();
        stored.tablesOfEngine().forEach(table -> tables.put(table.name(), table));
        ours.forEach(table -> tables.put(table.name(), table));
        int done = 0;
        for (WatchedTable table : tables.values()) {
            table(table, helpers);
            progress.at("tables", ++done, tables.size());
        }
        records.tables().stream()
                .filter(table -> !tables.containsKey(table))
                .filter(table -> records.of(table).values().stream().anyMatch(last -> !last.removed()))
                .sorted()
                .forEach(table -> findings.add(
                        Fault.MISSING, "table " + table, "Rows of it were recorded, and the table is gone."));
        return rows;
    }

    /** A row as it stands, with what makes its digest. */
    private record Row(String id, Map<String, String> values, @Nullable String salt) {}

    private record Digested(Row row, byte[] digest) {}

    private void table(WatchedTable table, ExecutorService helpers) {
        Map<String, Last> last = records.of(table.name());
        Map<String, String> salts = table.isPersonal() ? salts(table) : Map.of();
        Set<String> seen = new HashSet<>();
        Ahead<Row, Digested> ahead = new Ahead<>(helpers, row -> new Digested(row, digest(table, row)), digested -> {
            rows++;
            String id = digested.row().id();
            if (!seen.add(id)) {
                findings.add(Fault.INSERTED, table.name() + " " + id, "The row stands in the table more than once.");
            }
            compare(table, digested, last.get(id));
        });
        stored.each(table, (row, values) -> ahead.add(new Row(row, values, salts.get(row))));
        ahead.finish();
        last.forEach((row, record) -> {
            if (!record.removed() && !seen.contains(row) && !isCleaned(table, row, record)) {
                findings.add(Fault.MISSING, table.name() + " " + row, "The row was recorded and is gone.");
            }
        });
    }

    private static byte[] digest(WatchedTable table, Row row) {
        String text = CanonicalJson.write(row.values());
        if (!table.isPersonal()) {
            return Hash.bytes(text.getBytes(java.nio.charset.StandardCharsets.UTF_8));
        }
        return row.salt() == null ? new byte[0] : Hash.unhex(Hash.salted(row.salt(), text));
    }

    private void compare(WatchedTable table, Digested digested, @Nullable Last last) {
        String where = table.name() + " " + digested.row().id();
        if (last == null || last.removed()) {
            findings.add(
                    Fault.INSERTED, where, "The row stands in the table, and nobody is recorded to have written it.");
        } else if (!Arrays.equals(digested.digest(), last.digest())) {
            List<String> differing = differing(
                    digested.row().values(), recorded(table, digested.row().id(), last));
            findings.add(
                    Fault.CHANGED,
                    where,
                    table.isPersonal() || differing.isEmpty()
                            ? "The row is not as it was recorded."
                            : "Not as it was recorded: " + String.join(", ", differing) + ".");
        }
    }

    /** What was said of the row, read once more: an audit keeps no more than digests. */
    private JsonNode recorded(WatchedTable table, String row, Last last) {
        if (openEntry != last.entry()) {
            openEntry = last.entry();
            open.clear();
            open(database.queryForList("select content from ledger_entry where id = ?", String.class, openEntry));
            if (open.isEmpty()) {
                open(database.queryForList(
                        "select content from ledger_entry where chain = ?", String.class, Tombstones.CHAIN));
            }
        }
        return open.getOrDefault(table.name() + "\n" + row, MissingNode.getInstance());
    }

    private void open(List<String> contents) {
        contents.stream().filter(content -> !content.isEmpty()).forEach(content -> {
            for (JsonNode record : CanonicalJson.read(content).path("records")) {
                open.put(
                        record.path("table").asText() + "\n"
                                + record.path("row").asText(),
                        record.path("values"));
            }
        });
    }

    private static List<String> differing(Map<String, String> values, JsonNode recorded) {
        Set<String> names = new TreeSet<>(values.keySet());
        recorded.fieldNames().forEachRemaining(names::add);
        return names.stream()
                .filter(name -> !Objects.equals(
                        values.get(name),
                        recorded.hasNonNull(name) ? recorded.get(name).asText() : null))
                .toList();
    }

    /** Retention removes by the row's id or by the case's, an administrator by what a row is about. */
    private boolean isCleaned(WatchedTable table, String row, Last record) {
        Map<String, Long> ids = records.cleanedIds(table.name());
        List<Cleaned> some = records.cleanedWhere(table.name());
        if (ids.getOrDefault(row, 0L) > record.entry()) {
            return true;
        }
        if (ids.isEmpty() && some.isEmpty()) {
            return false;
        }
        JsonNode values = recorded(table, row, record);
        return List.of(
                                "proc_inst_id_",
                                "root_proc_inst_id_",
                                "task_id_",
                                "dec_inst_id_",
                                "exec_id_",
                                "deployment_id_",
                                "proc_def_id_",
                                "job_def_id_",
                                "batch_id_",
                                "user_id_",
                                "group_id_",
                                "tenant_id_",
                                "member_id_")
                        .stream()
                        .map(column -> values.path(column).asText())
                        .anyMatch(about -> !about.isEmpty() && ids.getOrDefault(about, 0L) > record.entry())
                || some.stream()
                        .anyMatch(cleaned -> cleaned.entry() > record.entry()
                                && cleaned.where().entrySet().stream().allMatch(column -> values.path(column.getKey())
                                        .asText()
                                        .equals(column.getValue())))
                || table.name().equals("act_ge_bytearray")
                        && isOfCleanedPart(values.path("root_proc_inst_id_").asText(), ids);
    }

    /** The engine's byte arrays name their root case alone; they go with the called case whose they are. */
    private boolean isOfCleanedPart(String root, Map<String, Long> ids) {
        for (String content : database.queryForList(
                "select content from ledger_entry where chain = ? and content like '%act_hi_procinst%'",
                String.class, root)) {
            for (JsonNode record : CanonicalJson.read(content).path("records")) {
                if (record.path("table").asText().equals("act_hi_procinst")
                        && ids.containsKey(record.path("row").asText())) {
                    return true;
                }
            }
        }
        return false;
    }

    private Map<String, String> salts(WatchedTable table) {
        Map<String, String> salts = new HashMap<>();
        database.query(
                "select row_id, salt from ledger_salt where table_name = ?",
                row -> {
                    salts.put(row.getString(1), row.getString(2));
                },
                table.name());
        // one that somebody wrote over makes no digest
        salts.values().removeIf(salt -> !Hash.isHex(salt));
        return salts;
    }
}
