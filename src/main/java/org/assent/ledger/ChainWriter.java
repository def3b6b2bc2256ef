package org.assent.ledger;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
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
    private static final String ADD =
            "insert into ledger_entry (id, chain, position, wall_at, content, previous, hash, mark) values (?, ?, ?, ?, ?, ?, ?, ?)";
    private static final String MOVE = "update ledger_chain set position = ?, hash = ?, changed_at = ? where chain = ?";

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
        Map<WatchedTable, Map<String, Map<String, String>>> all = now(written.rows());
        Map<Salted, String> salts = salts(all);
        written.rows().forEach((table, rows) -> {
            Map<String, Map<String, String>> now = Objects.requireNonNull(all.get(table));
            rows.forEach((id, row) -> records.computeIfAbsent(
                            written.chainOf(table.name(), row.rootCase()), chain -> new ArrayList<>())
                    .add(record(table, id, now.get(id), written.before(table, id), salts)));
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

    /** How a row of ours stands, held until this transaction ends, so that nobody writes it in between. */
    Map<String, String> hold(WatchedTable table, List<Object> key) {
        return stored.hold(table, key);
    }

    void forget(WatchedTable table, String row) {
        database.update("delete from ledger_salt where table_name = ? and row_id = ?", table.name(), row);
    }

    private Map<WatchedTable, Map<String, Map<String, String>>> now(
            Map<WatchedTable, Map<String, WrittenRows.Row>> written) {
        Map<WatchedTable, List<List<Object>>> unread = new HashMap<>();
        written.forEach((table, rows) -> unread.put(
                table,
                rows.values().stream()
                        .filter(row -> row.values() == null)
                        .map(WrittenRows.Row::key)
                        .toList()));
        Map<WatchedTable, Map<String, Map<String, String>>> now = stored.readAll(unread);
        written.forEach((table, rows) -> rows.forEach((id, row) -> {
            if (row.values() != null && !row.values().isEmpty()) {
                Objects.requireNonNull(now.get(table)).put(id, row.values());
            }
        }));
        return now;
    }

    private static Map<String, Object> record(
            WatchedTable table,
            String id,
            @Nullable Map<String, String> values,
            @Nullable Map<String, String> before,
            Map<Salted, String> salts) {
        Map<String, Object> record = new LinkedHashMap<>(Map.of("table", table.name(), "row", id));
        if (values == null) {
            record.put("kind", "removed");
        } else if (table.isPersonal()) {
            record.put("kind", "written");
            String salt = Objects.requireNonNull(salts.get(new Salted(table.name(), id)));
            record.put("digest", Hash.salted(salt, CanonicalJson.write(values)));
            if (before != null) {
                // else a row changed by hand would be as recorded again as soon as the desk writes it
                record.put("before", before.isEmpty() ? Hash.NONE : Hash.salted(salt, CanonicalJson.write(before)));
            }
        } else {
            record.put("kind", "written");
            record.put("values", values);
        }
        return record;
    }

    /** A row with personal data, and what makes its digest. */
    private record Salted(String table, String row) {}

    /** One for each row, made when the row is first written, and gone when its data is erased. */
    private Map<Salted, String> salts(Map<WatchedTable, Map<String, Map<String, String>>> now) {
        List<Salted> all = new ArrayList<>();
        now.forEach((table, rows) -> {
            if (table.isPersonal()) {
                rows.keySet().forEach(row -> all.add(new Salted(table.name(), row)));
            }
        });
        Map<Salted, String> salts = new HashMap<>();
        for (int from = 0; from < all.size(); from += 500) {
            List<Salted> some = all.subList(from, Math.min(all.size(), from + 500));
            database.query(
                    "select table_name, row_id, salt from ledger_salt where (table_name, row_id) in ((?, ?)"
                            + ", (?, ?)".repeat(some.size() - 1) + ")",
                    row -> {
                        salts.put(new Salted(row.getString(1), row.getString(2)), row.getString(3));
                    },
                    some.stream()
                            .flatMap(one -> Stream.of(one.table(), one.row()))
                            .toArray());
        }
        List<Object[]> added = new ArrayList<>();
        for (Salted one : all) {
            if (!salts.containsKey(one)) {
                byte[] bytes = new byte[32];
                RANDOM.nextBytes(bytes);
                String salt = HexFormat.of().formatHex(bytes);
                salts.put(one, salt);
                added.add(new Object[] {one.table(), one.row(), salt});
            }
        }
        if (!added.isEmpty()) {
            database.batchUpdate("insert into ledger_salt (table_name, row_id, salt) values (?, ?, ?)", added);
        }
        return salts;
    }

    private void append(String chain, List<Map<String, Object>> records) {
        Head head = lock(chain);
        Instant wall = Instant.now().truncatedTo(ChronoUnit.MICROS);
        String content = CanonicalJson.write(Map.of(
                "chain", chain,
                "position", Long.toString(head.position() + 1),
                "entry", Long.toString(head.next()),
                "wall", wall.toString(),
                "engine", engineTime.instant().truncatedTo(ChronoUnit.MILLIS).toString(),
                "by", actor.id(),
                "records", records));
        String hash = Hash.link(head.hash(), content);
        Object[] entry = {
            head.next(),
            chain,
            head.position() + 1,
            wall.atOffset(ZoneOffset.UTC),
            content,
            head.hash(),
            hash,
            marks.of(hash)
        };
        Object[] moved = {head.position() + 1, hash, wall.atOffset(ZoneOffset.UTC), chain};
        if (stored.isPostgres()) {
            // on one way there and back
            database.update(
                    ADD + "; " + MOVE,
                    Stream.of(entry, moved).flatMap(Stream::of).toArray());
        } else {
            database.update(ADD, entry);
            database.update(MOVE, moved);
        }
        noteDocuments(head.next(), records);
    }

    private void noteDocuments(long entry, List<Map<String, Object>> records) {
        for (Map<String, Object> record : records) {
            if (record.get("facts") instanceof Map<?, ?> facts && facts.get("sha256") instanceof String sha256) {
                database.update("insert into ledger_document (sha256, entry) values (?, ?)", sha256, entry);
            }
        }
    }

    /** Where a chain ends, and the number that the next entry gets. */
    private record Head(long position, String hash, long next) {}

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
                "select position, hash, nextval('ledger_entry_seq') from ledger_chain where chain = ? for update",
                (row, number) -> new Head(row.getLong(1), row.getString(2), row.getLong(3)),
                chain);
    }
}
