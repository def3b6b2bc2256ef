package org.assent.ledger;

import com.fasterxml.jackson.databind.JsonNode;
import java.security.PublicKey;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.assent.engine.RowWatch;
import org.assent.ledger.Finding.Fault;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Derives everything again and compares: seals with the file and the keys outside the database, chains link by link with
 * the seals, and every watched row with its last record. Reads one consistent state, so it runs beside a working desk.
 */
final class Verification {

    /** Seals younger than this may be missing in the file: the node that makes them is about to write them. */
    private static final Duration UNDER_WAY = Duration.ofMinutes(5);
    /** Clocks of several nodes differ. */
    private static final Duration APART = Duration.ofSeconds(10);

    /**
     * @param entries how many were read
     * @param unsealed entries that no seal vouches for yet
     * @param rows rows of the engine and of ours that were compared
     * @param seals how many were checked
     */
    record Result(long entries, long unsealed, long rows, long seals, List<Finding> findings) {
        boolean isWhole() {
            return findings.isEmpty();
        }
    }

    /** The last that the ledger says of a row. */
    private record Last(long entry, boolean removed, @Nullable String digest, @Nullable JsonNode values) {}

    private final JdbcTemplate database;
    private final StoredRows stored;
    private final SealingKeys keys;
    private final RootsFile file;
    private final List<WatchedTable> ours;

    private final List<Finding> findings = new ArrayList<>();
    private final Map<String, Map<Long, String>> sealed = new HashMap<>();
    private final Map<String, Map<String, Last>> records = new HashMap<>();
    private final Map<String, Set<String>> cleaned = new HashMap<>();
    private long entries;
    private long unsealed;
    private long rows;

    Verification(JdbcTemplate database, SealingKeys keys, RootsFile file, List<WatchedTable> ours) {
        this.database = database;
        this.stored = new StoredRows(database);
        this.keys = keys;
        this.file = file;
        this.ours = ours;
    }

    /** Call it in a read-only transaction that sees one state. */
    Result run() {
        long seals = seals();
        chains();
        tables();
        return new Result(entries, unsealed, rows, seals, List.copyOf(findings));
    }

    // ---- seals

    private long seals() {
        Map<Long, Seal> inFile = sealsOfFile();
        List<Seal> inDatabase = database.query("select * from ledger_seal order by number", Sealing.SEAL);
        Map<String, PublicKey> known = keys.known();
        String previous = Hash.NONE;
        long expected = 1;
        Instant before = Instant.EPOCH;
        for (Seal seal : inDatabase) {
            String where = "seal " + seal.number();
            if (seal.number() != expected) {
                find(Fault.MISSING, "seal " + expected, "This seal is not in the database.");
            }
            if (!seal.isConsistent()) {
                find(Fault.CHANGED, where, "The seal does not agree with its own hash.");
            } else if (seal.number() == expected && !seal.previous().equals(previous)) {
                find(Fault.REORDERED, where, "The seal does not follow the one before it.");
            }
            if (seal.sealedAt().isBefore(before.minus(APART))) {
                find(Fault.CLOCK_TURNED_BACK, where, "The seal is older than the one before it.");
            }
            PublicKey key = known.get(seal.keyId());
            if (key == null || !SealingKeys.isGenuine(key, seal.hash(), seal.signature())) {
                find(Fault.FORGED, where, "No key of ours signed this seal.");
            }
            Seal copy = inFile.remove(seal.number());
            if (copy == null && seal.sealedAt().isBefore(Instant.now().minus(UNDER_WAY))) {
                find(Fault.INSERTED, where, "The file of roots does not know this seal: " + file.path());
            } else if (copy != null && !copy.equals(seal)) {
                find(Fault.CHANGED, where, "The file of roots holds another seal of this number.");
            }
            leaves(seal);
            previous = seal.hash();
            expected = seal.number() + 1;
            before = seal.sealedAt();
        }
        if (!inFile.isEmpty()) {
            find(
                    Fault.OLDER_BACKUP,
                    "seal " + new TreeSet<>(inFile.keySet()).first(),
                    "The file of roots goes on to seal " + new TreeSet<>(inFile.keySet()).last()
                            + ", the database does not hold them: an older state was put back, or seals were deleted.");
        }
        return inDatabase.size();
    }

    private Map<Long, Seal> sealsOfFile() {
        Map<Long, Seal> seals = new TreeMap<>();
        String previous = Hash.NONE;
        for (String line : file.lines()) {
            String where = "line " + (seals.size() + 1) + " of " + file.path().getFileName();
            try {
                Seal seal = Seal.read(line);
                if (!seal.isConsistent() || !seal.previous().equals(previous)) {
                    find(Fault.CHANGED, where, "The line does not follow the one before it.");
                }
                previous = seal.hash();
                seals.put(seal.number(), seal);
            } catch (IllegalArgumentException noSeal) {
                find(Fault.CHANGED, where, "The line is no seal.");
            }
        }
        return seals;
    }

    private void leaves(Seal seal) {
        List<String> lines = new ArrayList<>();
        database.query(
                "select chain, position, hash from ledger_leaf where seal = ? order by ordinal",
                row -> {
                    lines.add(row.getString(1) + "\n" + row.getLong(2) + "\n" + row.getString(3));
                    sealed.computeIfAbsent(row.getString(1), chain -> new HashMap<>())
                            .put(row.getLong(2), row.getString(3));
                },
                seal.number());
        if (lines.size() != seal.leaves() || !Hash.root(lines).equals(seal.root())) {
            find(Fault.CHANGED, "seal " + seal.number(), "The heads under this seal are not those that were signed.");
        }
    }

    // ---- chains

    /** Where the walk along one chain stands. */
    private static final class Walk {
        private final String chain;
        private long position;
        private String hash = Hash.NONE;
        private Instant wall = Instant.EPOCH;
        private boolean told;

        Walk(String chain) {
            this.chain = chain;
        }
    }

    private void chains() {
        Map<String, Long> heads = new HashMap<>();
        Map<String, String> hashes = new HashMap<>();
        database.query("select chain, position, hash from ledger_chain", row -> {
            heads.put(row.getString(1), row.getLong(2));
            hashes.put(row.getString(1), row.getString(3));
        });
        Walk[] walk = {null};
        database.query(
                "select id, chain, position, wall_at, content, previous, hash from ledger_entry order by chain, position",
                row -> {
                    String chain = row.getString(2);
                    if (walk[0] == null || !walk[0].chain.equals(chain)) {
                        end(walk[0], heads, hashes);
                        walk[0] = new Walk(chain);
                    }
                    step(
                            walk[0],
                            row.getLong(1),
                            row.getLong(3),
                            row.getObject(4, OffsetDateTime.class).toInstant(),
                            row.getString(5),
                            row.getString(6),
                            row.getString(7));
                });
        end(walk[0], heads, hashes);
        heads.forEach((chain, position) -> {
            if (position > 0) {
                find(Fault.MISSING, "chain " + chain, "The chain has lost all of its entries.");
            }
        });
        sealed.forEach((chain, positions) -> positions.keySet().stream()
                .sorted()
                .findFirst()
                .ifPresent(first -> find(Fault.MISSING, chain + " #" + first, "An entry that was sealed is gone.")));
    }

    private void step(Walk walk, long id, long position, Instant wall, String content, String previous, String hash) {
        entries++;
        String where = walk.chain + " #" + position;
        if (position != walk.position + 1) {
            tell(walk, Fault.MISSING, walk.chain + " #" + (walk.position + 1), "This entry is gone.");
        } else if (!previous.equals(walk.hash)) {
            tell(walk, Fault.REORDERED, where, "The entry does not follow the one before it.");
        }
        if (!Hash.link(previous, content).equals(hash)) {
            tell(walk, Fault.CHANGED, where, "The entry does not agree with its own hash.");
        }
        JsonNode entry;
        try {
            entry = CanonicalJson.read(content);
        } catch (IllegalArgumentException noJson) {
            tell(walk, Fault.CHANGED, where, "The entry cannot be read.");
            walk.position = position;
            walk.hash = hash;
            return;
        }
        if (!entry.path("chain").asText().equals(walk.chain)
                || !entry.path("position").asText().equals(Long.toString(position))
                || !entry.path("entry").asText().equals(Long.toString(id))
                || !entry.path("wall").asText().equals(wall.toString())) {
            tell(walk, Fault.REORDERED, where, "The entry was written for another place or time.");
        }
        if (wall.isBefore(walk.wall.minus(APART))) {
            tell(walk, Fault.CLOCK_TURNED_BACK, where, "The entry is older than the one before it.");
        }
        Map<Long, String> points = sealed.get(walk.chain);
        String vouched = points == null ? null : points.remove(position);
        if (vouched != null && !vouched.equals(hash)) {
            tell(walk, Fault.CHANGED, where, "The entry is not the one that was sealed.");
        }
        if (points == null || points.isEmpty() && vouched == null) {
            unsealed++;
        }
        remember(id, entry);
        walk.position = position;
        walk.hash = hash;
        walk.wall = wall;
    }

    private void end(@Nullable Walk walk, Map<String, Long> heads, Map<String, String> hashes) {
        if (walk == null) {
            return;
        }
        Long head = heads.remove(walk.chain);
        String hash = hashes.get(walk.chain);
        if (head == null) {
            tell(walk, Fault.MISSING, "chain " + walk.chain, "The chain's head is gone.");
        } else if (head > walk.position) {
            tell(walk, Fault.MISSING, walk.chain + " #" + (walk.position + 1), "The end of the chain is gone.");
        } else if (head < walk.position) {
            tell(walk, Fault.INSERTED, walk.chain + " #" + (head + 1), "The chain goes on beyond its head.");
        } else if (!walk.hash.equals(hash)) {
            tell(walk, Fault.CHANGED, "chain " + walk.chain, "The chain's head is not its last entry.");
        }
        Map<Long, String> points = sealed.remove(walk.chain);
        if (points != null && !points.isEmpty()) {
            tell(
                    walk,
                    Fault.MISSING,
                    walk.chain + " #" + new TreeSet<>(points.keySet()).first(),
                    "An entry that was sealed is gone.");
        }
    }

    /** The first fault of a chain brings others with it, which would hide it. */
    private void tell(Walk walk, Fault fault, String where, String sentence) {
        if (!walk.told) {
            find(fault, where, sentence);
            walk.told = true;
        }
    }

    private void remember(long id, JsonNode entry) {
        for (JsonNode record : entry.path("records")) {
            String table = record.path("table").asText();
            String row = record.path("row").asText();
            switch (record.path("kind").asText()) {
                case "written", "removed" -> {
                    boolean removed = record.path("kind").asText().equals("removed");
                    records.computeIfAbsent(table, name -> new HashMap<>())
                            .merge(
                                    row,
                                    new Last(
                                            id,
                                            removed,
                                            record.hasNonNull("digest")
                                                    ? record.path("digest").asText()
                                                    : null,
                                            record.get("values")),
                                    (old, now) -> old.entry() > now.entry() ? old : now);
                }
                case "cleaned" ->
                    cleaned.computeIfAbsent(record.path("facts").path("table").asText(), name -> new HashSet<>())
                            .addAll(Arrays.asList(
                                    record.path("facts").path("ids").asText().split(" ")));
                default -> {
                    // a login, a document: nothing stands in a table for it
                }
            }
        }
    }

    // ---- rows

    private void tables() {
        Map<String, WatchedTable> tables = new LinkedHashMap<>();
        database
                .queryForList(
                        "select table_name from information_schema.tables where table_schema in ('public', 'PUBLIC')",
                        String.class)
                .stream()
                .map(name -> name.toLowerCase(Locale.ROOT))
                .filter(RowWatch::isWatched)
                .sorted()
                .forEach(name -> tables.put(name, WatchedTable.ofEngine(name)));
        ours.forEach(table -> tables.put(table.name(), table));
        tables.values().forEach(this::table);
    }

    private void table(WatchedTable table) {
        Map<String, Last> last = records.getOrDefault(table.name(), Map.of());
        Map<String, String> salts = table.isPersonal() ? salts(table) : Map.of();
        Set<String> seen = new HashSet<>();
        stored.each(table, (row, values) -> {
            rows++;
            seen.add(row);
            compare(table, row, values, last.get(row), salts.get(row));
        });
        last.forEach((row, record) -> {
            if (!record.removed() && !seen.contains(row) && !isCleaned(table, row, record)) {
                find(Fault.MISSING, table.name() + " " + row, "The row was recorded and is gone.");
            }
        });
    }

    private void compare(
            WatchedTable table, String row, Map<String, String> values, @Nullable Last last, @Nullable String salt) {
        String where = table.name() + " " + row;
        if (last == null || last.removed()) {
            find(Fault.INSERTED, where, "The row stands in the table, and nobody is recorded to have written it.");
        } else if (last.values() != null) {
            List<String> differing = differing(values, last.values());
            if (!differing.isEmpty()) {
                find(Fault.CHANGED, where, "Not as it was recorded: " + String.join(", ", differing) + ".");
            }
        } else if (salt == null
                || !Hash.salted(salt, CanonicalJson.write(values)).equals(last.digest())) {
            find(Fault.CHANGED, where, "The row is not as it was recorded.");
        }
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

    /** Retention removes by the row's id or by the case's. */
    private boolean isCleaned(WatchedTable table, String row, Last record) {
        Set<String> ids = cleaned.getOrDefault(table.name(), Set.of());
        if (ids.contains(row)) {
            return true;
        }
        JsonNode values = record.values();
        return values != null
                && List.of("proc_inst_id_", "root_proc_inst_id_", "task_id_", "dec_inst_id_", "exec_id_").stream()
                        .anyMatch(column -> ids.contains(values.path(column).asText()));
    }

    private Map<String, String> salts(WatchedTable table) {
        Map<String, String> salts = new HashMap<>();
        database.query(
                "select row_id, salt from ledger_salt where table_name = ?",
                row -> {
                    salts.put(row.getString(1), row.getString(2));
                },
                table.name());
        return salts;
    }

    private void find(Fault fault, String where, String sentence) {
        findings.add(new Finding(fault, where, sentence));
    }
}
