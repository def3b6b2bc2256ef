package org.assent.ledger;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.assent.engine.CurrentActor;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.TransactionStatus;
import org.springframework.transaction.support.TransactionTemplate;

/** Adds one entry to each chain that a transaction touches. */
@Component
class ChainWriter {

    private static final SecureRandom RANDOM = new SecureRandom();

    private final JdbcTemplate database;
    private final StoredRows stored;
    private final Clock engineTime;
    private final CurrentActor actor;
    private final EntryMarks marks;
    private final TransactionTemplate apart;

    ChainWriter(
            JdbcTemplate database,
            Clock engineTime,
            CurrentActor actor,
            EntryMarks marks,
            PlatformTransactionManager transactions) {
        this.database = database;
        this.stored = new StoredRows(database);
        this.engineTime = engineTime;
        this.actor = actor;
        this.marks = marks;
        this.apart = new TransactionTemplate(transactions);
        this.apart.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    void append(WrittenRows written) {
        // in the order of their names, so that two writers of two cases never wait for each other in a ring
        Map<String, List<Map<String, Object>>> records = new TreeMap<>();
        written.rewritten()
                .forEach(table -> stored.each(
                        table, (id, values) -> written.add(table, id, new WrittenRows.Row(List.of(), null, values))));
        written.rows().forEach((table, rows) -> {
            Map<String, Map<String, String>> now = now(table, rows);
            Map<String, String> salts = table.isPersonal() ? salts(table, now.keySet()) : Map.of();
            rows.forEach((id, row) -> records.computeIfAbsent(
                            written.chainOf(table.name(), row.rootCase()), chain -> new ArrayList<>())
                    .add(record(table, id, now.get(id), salts)));
        });
        Tombstones tombstones = new Tombstones(database, stored);
        written.happenings().forEach(happening -> {
            records.computeIfAbsent(written.chainOf(happening.kind(), happening.rootCase()), chain -> new ArrayList<>())
                    .add(Map.of("kind", happening.kind(), "facts", happening.facts()));
            List<Map<String, Object>> stones = tombstones.after(happening);
            if (!stones.isEmpty()) {
                records.computeIfAbsent(Tombstones.CHAIN, chain -> new ArrayList<>())
                        .addAll(stones);
            }
        });
        records.forEach(this::append);
    }

    void forget(WatchedTable table, String row) {
        database.update("delete from ledger_salt where table_name = ? and row_id = ?", table.name(), row);
    }

    private Map<String, Map<String, String>> now(WatchedTable table, Map<String, WrittenRows.Row> rows) {
        Map<String, Map<String, String>> now = stored.read(
                table,
                rows.values().stream()
                        .filter(row -> row.values() == null)
                        .map(WrittenRows.Row::key)
                        .toList());
        rows.forEach((id, row) -> {
            if (row.values() != null && !row.values().isEmpty()) {
                now.put(id, row.values());
            }
        });
        return now;
    }

    private static Map<String, Object> record(
            WatchedTable table, String id, @Nullable Map<String, String> values, Map<String, String> salts) {
        Map<String, Object> record = new LinkedHashMap<>(Map.of("table", table.name(), "row", id));
        if (values == null) {
            record.put("kind", "removed");
        } else if (table.isPersonal()) {
            record.put("kind", "written");
            record.put("digest", Hash.salted(Objects.requireNonNull(salts.get(id)), CanonicalJson.write(values)));
        } else {
            record.put("kind", "written");
            record.put("values", values);
        }
        return record;
    }

    /** One for each row, made when the row is first written, and gone when its data is erased. */
    private Map<String, String> salts(WatchedTable table, Collection<String> rows) {
        Map<String, String> salts = new HashMap<>();
        List<String> all = List.copyOf(rows);
        for (int from = 0; from < all.size(); from += 500) {
            List<String> some = all.subList(from, Math.min(all.size(), from + 500));
            Object[] parameters = new Object[some.size() + 1];
            parameters[0] = table.name();
            System.arraycopy(some.toArray(), 0, parameters, 1, some.size());
            database.query(
                    "select row_id, salt from ledger_salt where table_name = ? and row_id in (?"
                            + ", ?".repeat(some.size() - 1) + ")",
                    row -> {
                        salts.put(row.getString(1), row.getString(2));
                    },
                    parameters);
        }
        List<Object[]> added = new ArrayList<>();
        for (String row : all) {
            if (!salts.containsKey(row)) {
                byte[] bytes = new byte[32];
                RANDOM.nextBytes(bytes);
                String salt = HexFormat.of().formatHex(bytes);
                salts.put(row, salt);
                added.add(new Object[] {table.name(), row, salt});
            }
        }
        if (!added.isEmpty()) {
            database.batchUpdate("insert into ledger_salt (table_name, row_id, salt) values (?, ?, ?)", added);
        }
        return salts;
    }

    private void append(String chain, List<Map<String, Object>> records) {
        Head head = lock(chain);
        long id = Objects.requireNonNull(
                database.queryForObject("select nextval('ledger_entry_seq')", Long.class), "a sequence always answers");
        Instant wall = Instant.now().truncatedTo(ChronoUnit.MICROS);
        String content = CanonicalJson.write(Map.of(
                "chain", chain,
                "position", Long.toString(head.position() + 1),
                "entry", Long.toString(id),
                "wall", wall.toString(),
                "engine", engineTime.instant().truncatedTo(ChronoUnit.MILLIS).toString(),
                "by", actor.id(),
                "records", records));
        String hash = Hash.link(head.hash(), content);
        database.update(
                "insert into ledger_entry (id, chain, position, wall_at, content, previous, hash, mark) values (?, ?, ?, ?, ?, ?, ?, ?)",
                id,
                chain,
                head.position() + 1,
                wall.atOffset(ZoneOffset.UTC),
                content,
                head.hash(),
                hash,
                marks.of(hash));
        database.update(
                "update ledger_chain set position = ?, hash = ?, changed_at = ? where chain = ?",
                head.position() + 1,
                hash,
                wall.atOffset(ZoneOffset.UTC),
                chain);
    }

    private record Head(long position, String hash) {}

    private Head lock(String chain) {
        List<Head> heads = head(chain);
        if (!heads.isEmpty()) {
            return heads.get(0);
        }
        if (chain.startsWith("desk:")) {
            // several may begin it at once, and whoever loses must not lose the transaction
            apart.executeWithoutResult(status -> begin(chain, status));
        } else {
            // nobody else knows this case yet
            insert(chain);
        }
        return head(chain).get(0);
    }

    private void begin(String chain, TransactionStatus status) {
        try {
            insert(chain);
        } catch (DuplicateKeyException begunByAnother) {
            status.setRollbackOnly();
        }
    }

    private void insert(String chain) {
        database.update(
                "insert into ledger_chain (chain, position, hash, changed_at) values (?, 0, ?, ?)",
                chain,
                Hash.NONE,
                Instant.now().atOffset(ZoneOffset.UTC));
    }

    private List<Head> head(String chain) {
        return database.query(
                "select position, hash from ledger_chain where chain = ? for update",
                (row, number) -> new Head(row.getLong(1), row.getString(2)),
                chain);
    }
}
