package org.assent.ledger;

import java.security.PublicKey;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.transaction.support.TransactionTemplate;

/** Joins the heads that moved into a tree, signs its root, and writes the seal to the database and to the file. */
final class Sealing {

    private static final Logger LOG = LoggerFactory.getLogger(Sealing.class);

    static final RowMapper<Seal> SEAL = (row, number) -> new Seal(
            row.getLong("number"),
            row.getObject("sealed_at", OffsetDateTime.class).toInstant(),
            row.getInt("leaves"),
            row.getString("root"),
            row.getString("previous"),
            row.getString("hash"),
            row.getString("key_id"),
            row.getString("signature"));

    private record Leaf(String chain, long position, String hash) {

        String line() {
            return leaf(chain, position, hash);
        }
    }

    /** A head as it goes into the tree. */
    static String leaf(String chain, long position, String hash) {
        return chain + "\n" + position + "\n" + hash;
    }

    private final JdbcTemplate database;
    private final TransactionTemplate transaction;
    private final SealingKeys keys;
    private final EntryMarks marks;
    private final List<RootsFile> files;

    Sealing(
            JdbcTemplate database,
            TransactionTemplate transaction,
            SealingKeys keys,
            EntryMarks marks,
            List<RootsFile> files) {
        this.database = database;
        this.transaction = transaction;
        this.keys = keys;
        this.marks = marks;
        this.files = List.copyOf(files);
    }

    /**
     * Seals what has come since the last seal; nothing, if nothing has. On several nodes one of them does it and the
     * others only bring their files up to date.
     */
    synchronized void seal() {
        try {
            transaction.executeWithoutResult(status -> sealInTransaction());
        } catch (DuplicateKeyException sealedByAnotherNode) {
            // its seal holds what ours would have
        }
        files.forEach(this::copyTo);
    }

    /** Those above this number. */
    List<Seal> after(long number) {
        return database.query("select * from ledger_seal where number > ? order by number", SEAL, number);
    }

    private void sealInTransaction() {
        @Nullable Seal last = last();
        if (last != null && !isOurs(last, keys.known())) {
            LOG.error(
                    "Nothing is sealed: the desk did not make seal {}, which is the last in the database. Run verify.",
                    last.number());
            return;
        }
        List<Leaf> leaves = unbroken(moved());
        if (leaves.isEmpty()) {
            return;
        }
        long number = last == null ? 1 : last.number() + 1;
        String previous = last == null ? Hash.NONE : last.hash();
        Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
        String root = Hash.root(leaves.stream().map(Leaf::line).toList());
        String hash = Seal.hashOf(number, now, leaves.size(), root, previous);
        SealingKeys.Signed signed = keys.sign(hash);
        database.update(
                "insert into ledger_seal (number, sealed_at, leaves, root, previous, hash, key_id, signature) values (?, ?, ?, ?, ?, ?, ?, ?)",
                number,
                now.atOffset(ZoneOffset.UTC),
                leaves.size(),
                root,
                previous,
                hash,
                signed.keyId(),
                signed.signature());
        List<Object[]> rows = new ArrayList<>();
        List<Object[]> sealed = new ArrayList<>();
        for (Leaf leaf : leaves) {
            rows.add(new Object[] {number, rows.size(), leaf.chain(), leaf.position(), leaf.hash()});
            sealed.add(new Object[] {leaf.position(), leaf.chain()});
        }
        database.batchUpdate(
                "insert into ledger_leaf (seal, ordinal, chain, position, hash) values (?, ?, ?, ?, ?)", rows);
        int[] known = database.batchUpdate("update ledger_sealed set position = ? where chain = ?", sealed);
        List<Object[]> fresh = new ArrayList<>();
        for (int i = 0; i < known.length; i++) {
            if (known[i] == 0) {
                fresh.add(sealed.get(i));
            }
        }
        if (!fresh.isEmpty()) {
            database.batchUpdate("insert into ledger_sealed (position, chain) values (?, ?)", fresh);
        }
    }

    /**
     * By name, so that the tree is the same whoever builds it again. A chain that is noted as sealed beyond its end is
     * sealed anew: else such a note would stop its sealing for good.
     */
    private List<Leaf> moved() {
        return database.query(
                "select c.chain, c.position, c.hash from ledger_chain c left join ledger_sealed s on s.chain = c.chain"
                        + " where c.position <> coalesce(s.position, 0) order by c.chain",
                (row, number) -> new Leaf(row.getString(1), row.getLong(2), row.getString(3)));
    }

    /**
     * Without those whose new entries this desk did not write as they stand: a seal would vouch for what somebody else
     * put there. They stay unsealed, and the audit names them.
     */
    private List<Leaf> unbroken(List<Leaf> moved) {
        Map<String, NewEntries> chains = new HashMap<>();
        List<String> secrets = marks.known();
        moved.forEach(leaf -> chains.put(leaf.chain(), new NewEntries(leaf.position(), leaf.hash(), secrets)));
        if (!moved.isEmpty()) {
            // from the last that is sealed, which the first new one must follow
            database.query(
                    "select e.chain, e.position, e.content, e.previous, e.hash, e.mark from ledger_chain c"
                            + " join ledger_entry e on e.chain = c.chain left join ledger_sealed s on s.chain = c.chain"
                            + " where c.position <> coalesce(s.position, 0) and (e.position >= s.position"
                            + " or s.position is null or s.position > c.position) order by e.chain, e.position",
                    row -> {
                        NewEntries entries = chains.get(row.getString(1));
                        if (entries != null) {
                            entries.next(
                                    row.getLong(2),
                                    row.getString(3),
                                    row.getString(4),
                                    row.getString(5),
                                    row.getString(6));
                        }
                    });
        }
        return moved.stream()
                .filter(leaf -> {
                    boolean ours =
                            Objects.requireNonNull(chains.get(leaf.chain())).areOurs();
                    if (!ours) {
                        LOG.error(
                                "The chain {} is not sealed: its new entries were not all written by this desk. Run verify.",
                                leaf.chain());
                    }
                    return ours;
                })
                .toList();
    }

    private @Nullable Seal last() {
        List<Seal> last = database.query("select * from ledger_seal order by number desc limit 1", SEAL);
        return last.isEmpty() ? null : last.get(0);
    }

    /** A copy that somebody else's seal got into could not be mended. */
    private void copyTo(RootsFile file) {
        String last = file.lastLine();
        Map<String, PublicKey> known = keys.known();
        List<Seal> ours = new ArrayList<>();
        for (Seal seal : after(last == null ? 0 : Seal.read(last).number())) {
            if (!isOurs(seal, known)) {
                LOG.error(
                        "The roots are copied no further than to seal {}: the desk did not make it. Run verify.",
                        seal.number());
                break;
            }
            ours.add(seal);
        }
        file.append(ours);
    }

    private static boolean isOurs(Seal seal, Map<String, PublicKey> keys) {
        return seal.isConsistent() && seal.isSignedBy(keys);
    }
}
