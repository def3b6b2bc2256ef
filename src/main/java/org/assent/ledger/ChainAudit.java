package org.assent.ledger;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ExecutorService;
import org.assent.ledger.Finding.Fault;
import org.assent.ledger.Records.Stone;
import org.assent.ledger.Verification.Progress;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/** Walks along each chain link by link, and holds its entries against the seals. */
final class ChainAudit {

    /** Clocks of several nodes differ. */
    private static final Duration APART = Duration.ofSeconds(10);
    /** A transaction may commit so long after it wrote its entry, and miss a seal made meanwhile. */
    private static final Duration LATE = Duration.ofMinutes(5);

    private final JdbcTemplate database;
    private final List<String> secrets;
    private final Map<String, Map<Long, String>> sealed;
    private final Instant shouldBeSealed;
    private final Records records;
    private final Progress progress;
    private final Checkpoint checkpoint;
    private final Findings findings;

    private final Map<String, Stone> buried = new TreeMap<>();
    private long entries;
    private long unsealed;

    /**
     * @param sealed what seals vouch for, by chain and position; taken out as it is seen
     * @param newestSeal when it was made: a seal takes all chains that moved
     */
    ChainAudit(
            JdbcTemplate database,
            List<String> secrets,
            Map<String, Map<Long, String>> sealed,
            Instant newestSeal,
            Records records,
            Progress progress,
            Checkpoint checkpoint,
            Findings findings) {
        this.database = database;
        this.secrets = secrets;
        this.sealed = sealed;
        this.shouldBeSealed = newestSeal.equals(Instant.MIN) ? newestSeal : newestSeal.minus(LATE);
        this.records = records;
        this.progress = progress;
        this.checkpoint = checkpoint;
        this.findings = findings;
    }

    long entries() {
        return entries;
    }

    long unsealed() {
        return unsealed;
    }

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
                    checkpoint.covers(row.getString(2), row.getLong(3)));
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
        private long id = Long.MIN_VALUE;
        private String hash = Hash.NONE;
        private Instant wall = Instant.EPOCH;
        private boolean told;

        Walk(String chain) {
            this.chain = chain;
        }
    }

    /** Walks along every chain, and hands what the entries say of rows to the records. */
    void run(ExecutorService helpers) {
        long all = Objects.requireNonNull(database.queryForObject("select count(*) from ledger_entry", Long.class));
        checkpoint.begin(
                Objects.requireNonNull(
                        database.queryForObject("select coalesce(max(number), 0) from ledger_seal", Long.class)),
                sealedBy(checkpoint.lastSeal()));
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
            findings.add(
                    position > 0 ? Fault.MISSING : Fault.INSERTED,
                    "chain " + chain,
                    position > 0
                            ? "The chain has lost all of its entries."
                            : "There is a head of this chain, and nothing was ever written to it.");
        });
        sealed.forEach((chain, positions) -> positions.keySet().stream()
                .sorted()
                .findFirst()
                .ifPresent(first ->
                        findings.add(Fault.MISSING, chain + " #" + first, "An entry that was sealed is gone.")));
        records.tellOverwritten(findings);
        buried.forEach((chain, last) -> {
            Stone stone = records.stone(chain);
            if (stone == null || last.position() > stone.position()) {
                findings.add(
                        Fault.CHANGED,
                        "chain " + chain,
                        "The content of its entries is gone, and no clean-up took it.");
            } else if (last.position() == stone.position() && !last.hash().equals(stone.hash())) {
                findings.add(Fault.CHANGED, "chain " + chain, "Its end is not the one that was cleaned up.");
            }
        });
    }

    /** How far each chain was sealed when that seal was the last. */
    private Map<String, Long> sealedBy(long seal) {
        Map<String, Long> positions = new HashMap<>();
        if (seal > 0) {
            database.query(
                    "select chain, max(position) from ledger_leaf where seal <= ? group by chain",
                    row -> {
                        positions.put(row.getString(1), row.getLong(2));
                    },
                    seal);
        }
        return positions;
    }

    /** All that needs no other entry, so that several can be checked at once. */
    private Checked check(Entry entry) {
        // without any secret that has been told, once for all entries
        boolean marked =
                entry.isKnown() || secrets.isEmpty() || EntryMarks.isGenuine(secrets, entry.hash(), entry.mark());
        if (entry.isBuried()) {
            // its content is gone, and the mark of its hash still tells
            return new Checked(entry, true, marked, null);
        }
        boolean itself = Hash.link(entry.previous(), entry.content()).equals(entry.hash());
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
        } else if (entry.id() <= walk.id) {
            // of two records of a row the one with the higher number counts
            tell(walk, Fault.REORDERED, where, "The entry bears a lower number than the one before it.");
        }
        walk.id = entry.id();
        walk.position = entry.position();
        walk.hash = entry.hash();
        Map<Long, String> points = sealed.get(walk.chain);
        String vouched = points == null ? null : points.remove(entry.position());
        if (entry.isBuried()) {
            buried.put(walk.chain, new Stone(entry.position(), entry.hash()));
            records.buried(entry.id());
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
            if (entry.wall().isBefore(shouldBeSealed)) {
                tell(walk, Fault.MISSING, where, "The entry was never sealed, though later ones were.");
            }
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
        content.sayings().forEach(saying -> records.remember(entry.id(), saying));
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
            findings.add(fault, where, sentence);
            walk.told = true;
        }
    }
}
