package org.assent.ledger;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.security.PublicKey;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
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
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.assent.engine.RowWatch;
import org.assent.ledger.EntryContent.Saying;
import org.assent.ledger.Finding.Fault;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Derives everything again and compares: seals with the files and the keys outside the database, chains link by link
 * with the seals, and every watched row with its last record. Reads one consistent state, so it runs beside a working
 * desk.
 */
final class Verification {

    /** Seals younger than this may be missing in the file: the node that makes them is about to write them. */
    private static final Duration UNDER_WAY = Duration.ofMinutes(5);
    /** Clocks of several nodes differ. */
    private static final Duration APART = Duration.ofSeconds(10);

    private static final int AT_ONCE = 256;

    /**
     * @param entries how many were read
     * @param unsealed entries that no seal vouches for yet
     * @param rows rows of the engine and of ours that were compared
     * @param seals how many were checked
     */
    record Result(long entries, long unsealed, long rows, long seals, List<Finding> findings) {

        /** Whether nothing is wrong with what is sealed. */
        boolean isUntouched() {
            return findings.isEmpty();
        }

        /** Whether nothing is wrong and nothing is too young to say so. */
        boolean isWhole() {
            return isUntouched() && unsealed == 0;
        }
    }

    /** Hears how far the audit is. */
    interface Progress {

        Progress SILENT = (what, done, of) -> {};

        void at(String what, long done, long of);
    }

    /** The last that the ledger says of a row. */
    private record Last(long entry, boolean removed, byte[] digest) {}

    /** What retention removed, by whichever statement. */
    private record Cleaned(long entry, Map<String, String> where) {}

    /** Where the content of a chain was buried. */
    private record Stone(long position, String hash) {}

    private final JdbcTemplate database;
    private final StoredRows stored;
    private final SealingKeys keys;
    private final List<String> secrets;
    private final List<RootsFile> files;
    private final List<WatchedTable> ours;
    private final Progress progress;
    private final Checkpoint checkpoint;

    private final List<Finding> findings = new ArrayList<>();
    private final Map<String, Map<Long, String>> sealed = new HashMap<>();
    private final Map<String, Map<String, Last>> records = new HashMap<>();
    private final Map<String, Map<String, Long>> cleanedIds = new HashMap<>();
    private final Map<String, List<Cleaned>> cleanedWhere = new HashMap<>();
    private final Map<String, Stone> stones = new HashMap<>();
    private final Map<String, Stone> buried = new TreeMap<>();
    private final Map<String, JsonNode> open = new HashMap<>();
    private long openEntry = -1;
    private long entries;
    private long unsealed;
    private long rows;

    Verification(
            JdbcTemplate database, SealingKeys keys, EntryMarks marks, List<RootsFile> files, List<WatchedTable> ours) {
        this(database, keys, marks, files, ours, Progress.SILENT, Checkpoint.none());
    }

    Verification(
            JdbcTemplate database,
            SealingKeys keys,
            EntryMarks marks,
            List<RootsFile> files,
            List<WatchedTable> ours,
            Progress progress,
            Checkpoint checkpoint) {
        this.database = database;
        this.stored = new StoredRows(database);
        this.keys = keys;
        this.secrets = marks.known();
        this.files = files;
        this.ours = ours;
        this.progress = progress;
        this.checkpoint = checkpoint;
    }

    /** Call it in a read-only transaction that sees one state. */
    Result run() {
        ExecutorService helpers = Executors.newFixedThreadPool(
                Math.max(1, Math.min(4, Runtime.getRuntime().availableProcessors())));
        try {
            long seals = seals();
            chains(helpers);
            tables(helpers);
            checkpoint.remove();
            return new Result(entries, unsealed, rows, seals, List.copyOf(findings));
        } finally {
            helpers.shutdownNow();
        }
    }

    // ---- seals

    private long seals() {
        List<Map<Long, Seal>> copies = files.stream().map(this::sealsOfFile).toList();
        List<Seal> inDatabase = database.query("select * from ledger_seal order by number", Sealing.SEAL);
        Map<String, PublicKey> known = keys.known();
        Map<Long, String> wrongLeaves = leaves(inDatabase);
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
            for (int i = 0; i < copies.size(); i++) {
                copy(seal, copies.get(i).remove(seal.number()), files.get(i));
            }
            if (wrongLeaves.containsKey(seal.number())) {
                find(Fault.CHANGED, where, Objects.requireNonNull(wrongLeaves.get(seal.number())));
            }
            previous = seal.hash();
            expected = seal.number() + 1;
            before = seal.sealedAt();
        }
        for (int i = 0; i < copies.size(); i++) {
            if (!copies.get(i).isEmpty()) {
                TreeSet<Long> beyond = new TreeSet<>(copies.get(i).keySet());
                find(
                        Fault.OLDER_BACKUP,
                        "seal " + beyond.first(),
                        "The file of roots goes on to seal " + beyond.last()
                                + ", the database does not hold them: an older state was put back, or seals were deleted: "
                                + files.get(i).path());
            }
        }
        return inDatabase.size();
    }

    private void copy(Seal seal, @Nullable Seal copy, RootsFile file) {
        String where = "seal " + seal.number();
        if (copy == null && seal.sealedAt().isBefore(Instant.now().minus(UNDER_WAY))) {
            find(Fault.INSERTED, where, "The file of roots does not know this seal: " + file.path());
        } else if (copy != null && !copy.equals(seal)) {
            find(Fault.CHANGED, where, "The file of roots holds another seal of this number: " + file.path());
        }
    }

    private Map<Long, Seal> sealsOfFile(RootsFile file) {
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

    /** All heads under all seals; the answer tells of those seals whose heads are not theirs. */
    private Map<Long, String> leaves(List<Seal> seals) {
        Map<Long, List<String>> open = new HashMap<>();
        Map<Long, Seal> byNumber = new HashMap<>();
        seals.forEach(seal -> byNumber.put(seal.number(), seal));
        Map<Long, String> wrong = new HashMap<>();
        Set<Long> checked = new HashSet<>();
        database.query("select seal, chain, position, hash from ledger_leaf order by seal, ordinal", row -> {
            long number = row.getLong(1);
            Seal seal = byNumber.get(number);
            List<String> lines = open.computeIfAbsent(number, fresh -> new ArrayList<>());
            lines.add(Sealing.leaf(row.getString(2), row.getLong(3), row.getString(4)));
            sealed.computeIfAbsent(row.getString(2), chain -> new HashMap<>()).put(row.getLong(3), row.getString(4));
            if (seal != null && lines.size() == seal.leaves()) {
                if (Hash.root(lines).equals(seal.root())) {
                    checked.add(number);
                }
                open.put(number, new ArrayList<>());
            } else if (seal != null && checked.contains(number)) {
                // one more than there were
                checked.remove(number);
            }
        });
        byNumber.keySet().stream()
                .filter(number -> !checked.contains(number))
                .forEach(number -> wrong.put(number, "The heads under this seal are not those that were signed."));
        return wrong;
    }

    // ---- chains

    /** An entry as it stands. */
    private record Entry(
            long id,
            String chain,
            long position,
            Instant wall,
            String content,
            String previous,
            String hash,
            String mark,
            boolean isKnown) {

        static Entry of(ResultSet row, Checkpoint checkpoint) throws SQLException {
            return new Entry(
                    row.getLong(1),
                    row.getString(2),
                    row.getLong(3),
                    row.getObject(4, OffsetDateTime.class).toInstant(),
                    row.getString(5),
                    row.getString(6),
                    row.getString(7),
                    row.getString(8),
                    checkpoint.covers(row.getString(2), row.getLong(1)));
        }

        boolean isBuried() {
            return content.isEmpty();
        }
    }

    /** What can be told of an entry by itself. */
    private record Checked(Entry entry, boolean isItself, boolean isMarked, @Nullable EntryContent content) {}

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

    private void chains(ExecutorService helpers) {
        long all = Objects.requireNonNull(database.queryForObject("select count(*) from ledger_entry", Long.class));
        checkpoint.begin(Objects.requireNonNull(
                database.queryForObject("select coalesce(max(id), 0) from ledger_entry", Long.class)));
        Map<String, Long> heads = new HashMap<>();
        Map<String, String> hashes = new HashMap<>();
        database.query("select chain, position, hash from ledger_chain", row -> {
            heads.put(row.getString(1), row.getLong(2));
            hashes.put(row.getString(1), row.getString(3));
        });
        Walk[] walk = {null};
        Ahead<Entry, Checked> ahead = new Ahead<>(helpers, this::check, checked -> {
            String chain = checked.entry().chain();
            if (walk[0] == null || !walk[0].chain.equals(chain)) {
                end(walk[0], heads, hashes);
                walk[0] = new Walk(chain);
            }
            step(walk[0], checked);
            if (entries % 10_000 == 0) {
                progress.at("entries", entries, all);
                checkpoint.reached(chain);
            }
        });
        database.query(
                "select id, chain, position, wall_at, content, previous, hash, mark from ledger_entry order by chain, position",
                row -> {
                    ahead.add(Entry.of(row, checkpoint));
                });
        ahead.finish();
        end(walk[0], heads, hashes);
        progress.at("entries", entries, all);
        heads.forEach((chain, position) -> {
            if (position > 0) {
                find(Fault.MISSING, "chain " + chain, "The chain has lost all of its entries.");
            }
        });
        sealed.forEach((chain, positions) -> positions.keySet().stream()
                .sorted()
                .findFirst()
                .ifPresent(first -> find(Fault.MISSING, chain + " #" + first, "An entry that was sealed is gone.")));
        buried.forEach((chain, last) -> {
            Stone stone = stones.get(chain);
            if (stone == null || last.position() > stone.position()) {
                find(Fault.CHANGED, "chain " + chain, "The content of its entries is gone, and no clean-up took it.");
            } else if (last.position() == stone.position() && !last.hash().equals(stone.hash())) {
                find(Fault.CHANGED, "chain " + chain, "Its end is not the one that was cleaned up.");
            }
        });
    }

    /** All that needs no other entry, so that several can be checked at once. */
    private Checked check(Entry entry) {
        if (entry.isBuried()) {
            return new Checked(entry, true, true, null);
        }
        boolean itself =
                entry.isKnown() || Hash.link(entry.previous(), entry.content()).equals(entry.hash());
        boolean marked =
                entry.isKnown() || secrets.isEmpty() || EntryMarks.isGenuine(secrets, entry.hash(), entry.mark());
        try {
            return new Checked(entry, itself, marked, EntryContent.read(entry.content()));
        } catch (IllegalArgumentException unreadable) {
            return new Checked(entry, itself, marked, null);
        }
    }

    private void step(Walk walk, Checked checked) {
        entries++;
        Entry entry = checked.entry();
        String where = walk.chain + " #" + entry.position();
        if (entry.position() != walk.position + 1) {
            tell(walk, Fault.MISSING, walk.chain + " #" + (walk.position + 1), "This entry is gone.");
        } else if (!entry.previous().equals(walk.hash)) {
            tell(walk, Fault.REORDERED, where, "The entry does not follow the one before it.");
        }
        walk.position = entry.position();
        walk.hash = entry.hash();
        Map<Long, String> points = sealed.get(walk.chain);
        String vouched = points == null ? null : points.remove(entry.position());
        if (entry.isBuried()) {
            buried.put(walk.chain, new Stone(entry.position(), entry.hash()));
        } else if (!checked.isItself()) {
            tell(walk, Fault.CHANGED, where, "The entry does not agree with its own hash.");
        } else if (checked.content() == null) {
            tell(walk, Fault.CHANGED, where, "The entry cannot be read.");
        } else {
            read(walk, entry, checked.content());
        }
        if (vouched != null && !vouched.equals(entry.hash())) {
            tell(walk, Fault.CHANGED, where, "The entry is not the one that was sealed.");
        }
        if (!checked.isMarked()) {
            tell(walk, Fault.FORGED, where, "The entry was not written by this desk.");
        }
        if (points == null || points.isEmpty() && vouched == null) {
            unsealed++;
        }
    }

    private void read(Walk walk, Entry entry, EntryContent content) {
        String where = walk.chain + " #" + entry.position();
        if (!content.head("chain").equals(walk.chain)
                || !content.head("position").equals(Long.toString(entry.position()))
                || !content.head("entry").equals(Long.toString(entry.id()))
                || !content.head("wall").equals(entry.wall().toString())) {
            tell(walk, Fault.REORDERED, where, "The entry was written for another place or time.");
        }
        if (entry.wall().isBefore(walk.wall.minus(APART))) {
            tell(walk, Fault.CLOCK_TURNED_BACK, where, "The entry is older than the one before it.");
        }
        walk.wall = entry.wall();
        content.sayings().forEach(saying -> remember(entry.id(), saying));
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

    private void remember(long id, Saying saying) {
        switch (saying.kind()) {
            case "written", "removed", Tombstones.KEPT ->
                records.computeIfAbsent(saying.table(), name -> new HashMap<>())
                        .merge(
                                saying.row(),
                                new Last(saying.entry(), saying.kind().equals("removed"), saying.digest()),
                                (old, now) -> old.entry() > now.entry() ? old : now);
            case Tombstones.CLEANED -> {
                String table = saying.facts().getOrDefault("table", "");
                for (String row : saying.facts().getOrDefault("ids", "").split(" ")) {
                    cleanedIds.computeIfAbsent(table, name -> new HashMap<>()).merge(row, id, Math::max);
                }
                Map<String, String> where = new HashMap<>();
                CanonicalJson.read(saying.facts().getOrDefault("where", "{}"))
                        .fields()
                        .forEachRemaining(column ->
                                where.put(column.getKey(), column.getValue().asText()));
                if (!where.isEmpty()) {
                    cleanedWhere
                            .computeIfAbsent(table, name -> new ArrayList<>())
                            .add(new Cleaned(id, where));
                }
            }
            case Tombstones.STONE ->
                stones.put(
                        saying.facts().getOrDefault("chain", ""),
                        new Stone(
                                Long.parseLong(saying.facts().getOrDefault("position", "0")),
                                saying.facts().getOrDefault("hash", "")));
            default -> {
                // a login, a document: nothing stands in a table for it
            }
        }
    }

    // ---- rows

    private void tables(ExecutorService helpers) {
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
        int done = 0;
        for (WatchedTable table : tables.values()) {
            table(table, helpers);
            progress.at("tables", ++done, tables.size());
        }
    }

    /** A row as it stands, with what makes its digest. */
    private record Row(String id, Map<String, String> values, @Nullable String salt) {}

    private record Digested(Row row, byte[] digest) {}

    private void table(WatchedTable table, ExecutorService helpers) {
        Map<String, Last> last = records.getOrDefault(table.name(), Map.of());
        Map<String, String> salts = table.isPersonal() ? salts(table) : Map.of();
        Set<String> seen = new HashSet<>();
        Ahead<Row, Digested> ahead = new Ahead<>(helpers, row -> new Digested(row, digest(table, row)), digested -> {
            rows++;
            seen.add(digested.row().id());
            compare(table, digested, last.get(digested.row().id()));
        });
        stored.each(table, (row, values) -> ahead.add(new Row(row, values, salts.get(row))));
        ahead.finish();
        last.forEach((row, record) -> {
            if (!record.removed() && !seen.contains(row) && !isCleaned(table, row, record)) {
                find(Fault.MISSING, table.name() + " " + row, "The row was recorded and is gone.");
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
            find(Fault.INSERTED, where, "The row stands in the table, and nobody is recorded to have written it.");
        } else if (!Arrays.equals(digested.digest(), last.digest())) {
            List<String> differing = differing(
                    digested.row().values(), recorded(table, digested.row().id(), last));
            find(
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
        Map<String, Long> ids = cleanedIds.getOrDefault(table.name(), Map.of());
        List<Cleaned> some = cleanedWhere.getOrDefault(table.name(), List.of());
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
                        .anyMatch(column -> ids.getOrDefault(values.path(column).asText(), 0L) > record.entry())
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
        return salts;
    }

    private void find(Fault fault, String where, String sentence) {
        findings.add(new Finding(fault, where, sentence));
    }

    /** Checks bunches beside the reading, and hands over what comes of them in the order they were read in. */
    private static final class Ahead<T, R> {

        private static final int BUNCHES = 8;

        private final ExecutorService helpers;
        private final java.util.function.Function<T, R> work;
        private final java.util.function.Consumer<R> then;
        private final Deque<Future<List<R>>> running = new ArrayDeque<>();
        private List<T> bunch = new ArrayList<>();

        Ahead(ExecutorService helpers, java.util.function.Function<T, R> work, java.util.function.Consumer<R> then) {
            this.helpers = helpers;
            this.work = work;
            this.then = then;
        }

        void add(T one) {
            bunch.add(one);
            if (bunch.size() == AT_ONCE) {
                send();
            }
        }

        void finish() {
            send();
            while (!running.isEmpty()) {
                take();
            }
        }

        private void send() {
            List<T> full = bunch;
            bunch = new ArrayList<>();
            running.add(helpers.submit(() -> full.stream().map(work).toList()));
            if (running.size() > BUNCHES) {
                take();
            }
        }

        private void take() {
            try {
                running.remove().get().forEach(then);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("The audit was interrupted", e);
            } catch (ExecutionException e) {
                throw new IllegalStateException("The audit failed", e.getCause());
            }
        }
    }
}
