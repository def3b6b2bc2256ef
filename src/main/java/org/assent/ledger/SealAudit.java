package org.assent.ledger;

import java.security.PublicKey;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.assent.ledger.Finding.Fault;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/** Holds the seals against the files of roots and the keys outside the database, and against the heads they were made of. */
final class SealAudit {

    /** Seals younger than this may be missing in the file: the node that makes them is about to write them. */
    private static final Duration UNDER_WAY = Duration.ofMinutes(5);
    /** Clocks of several nodes differ. */
    private static final Duration APART = Duration.ofSeconds(10);

    private static final String NOT_SIGNED = "The heads under this seal are not those that were signed.";

    private final JdbcTemplate database;
    private final SealingKeys keys;
    private final List<RootsFile> files;
    private final Findings findings;
    private final Map<String, Map<Long, String>> sealed = new HashMap<>();
    private Instant newest = Instant.MIN;

    SealAudit(JdbcTemplate database, SealingKeys keys, List<RootsFile> files, Findings findings) {
        this.database = database;
        this.keys = keys;
        this.files = files;
        this.findings = findings;
    }

    /** By chain and position, the hashes that seals vouch for: the next step takes out what it has seen. */
    Map<String, Map<Long, String>> sealed() {
        return sealed;
    }

    /** When the newest seal of ours was made: what is older should be sealed. */
    Instant newest() {
        return newest;
    }

    /** Checks every seal, and answers how many there are. */
    long run() {
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
                findings.add(Fault.MISSING, "seal " + expected, "This seal is not in the database.");
            }
            if (!seal.isConsistent()) {
                findings.add(Fault.CHANGED, where, "The seal does not agree with its own hash.");
            } else if (seal.number() == expected && !seal.previous().equals(previous)) {
                findings.add(Fault.REORDERED, where, "The seal does not follow the one before it.");
            }
            if (seal.sealedAt().isBefore(before.minus(APART))) {
                findings.add(Fault.CLOCK_TURNED_BACK, where, "The seal is older than the one before it.");
            }
            if (!seal.isSignedBy(known)) {
                findings.add(Fault.FORGED, where, "No key of ours signed this seal.");
            } else if (seal.sealedAt().isAfter(newest)) {
                newest = seal.sealedAt();
            }
            for (int i = 0; i < copies.size(); i++) {
                copy(seal, copies.get(i).remove(seal.number()), files.get(i));
            }
            if (wrongLeaves.containsKey(seal.number())) {
                findings.add(Fault.CHANGED, where, Objects.requireNonNull(wrongLeaves.get(seal.number())));
            }
            previous = seal.hash();
            expected = seal.number() + 1;
            before = seal.sealedAt();
        }
        for (int i = 0; i < copies.size(); i++) {
            if (!copies.get(i).isEmpty()) {
                TreeSet<Long> beyond = new TreeSet<>(copies.get(i).keySet());
                findings.add(
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
            findings.add(Fault.INSERTED, where, "The file of roots does not know this seal: " + file.path());
        } else if (copy != null && !copy.equals(seal)) {
            findings.add(Fault.CHANGED, where, "The file of roots holds another seal of this number: " + file.path());
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
                    findings.add(Fault.CHANGED, where, "The line does not follow the one before it.");
                }
                previous = seal.hash();
                seals.put(seal.number(), seal);
            } catch (IllegalArgumentException noSeal) {
                findings.add(Fault.CHANGED, where, "The line is no seal.");
            }
        }
        return seals;
    }

    /** A head under a seal. */
    private record Leaf(long seal, String chain, long position, String hash, long ordinal) {}

    /** All heads under all seals; the answer tells of those seals whose heads are not theirs. */
    private Map<Long, String> leaves(List<Seal> seals) {
        Map<Long, Seal> unseen = new HashMap<>();
        seals.forEach(seal -> unseen.put(seal.number(), seal));
        Map<Long, String> wrong = new HashMap<>();
        List<Leaf> together = new ArrayList<>();
        database.query("select seal, chain, position, hash, ordinal from ledger_leaf order by seal, ordinal", row -> {
            Leaf leaf = new Leaf(row.getLong(1), row.getString(2), row.getLong(3), row.getString(4), row.getLong(5));
            if (!together.isEmpty() && together.get(0).seal() != leaf.seal()) {
                vouch(together, unseen, wrong);
                together.clear();
            }
            together.add(leaf);
        });
        if (!together.isEmpty()) {
            vouch(together, unseen, wrong);
        }
        unseen.keySet().forEach(number -> wrong.put(number, NOT_SIGNED));
        return wrong;
    }

    /** All heads of one seal together: one too many, and none of them counts. */
    private void vouch(List<Leaf> leaves, Map<Long, Seal> unseen, Map<Long, String> wrong) {
        long number = leaves.get(0).seal();
        Seal seal = unseen.remove(number);
        if (seal == null) {
            findings.add(Fault.FORGED, "seal " + number, "There are heads under this seal, but no such seal.");
        } else if (leaves.size() != seal.leaves()
                || !areNumbered(leaves)
                || !Hash.root(leaves.stream()
                                .map(leaf -> Sealing.leaf(leaf.chain(), leaf.position(), leaf.hash()))
                                .toList())
                        .equals(seal.root())) {
            wrong.put(number, NOT_SIGNED);
        } else {
            leaves.forEach(this::vouch);
        }
    }

    private static boolean areNumbered(List<Leaf> leaves) {
        long first = leaves.get(0).ordinal();
        return first <= 1
                && IntStream.range(0, leaves.size()).allMatch(i -> leaves.get(i).ordinal() == first + i);
    }

    private void vouch(Leaf leaf) {
        String other = sealed.computeIfAbsent(leaf.chain(), chain -> new HashMap<>())
                .putIfAbsent(leaf.position(), leaf.hash());
        if (other != null && !other.equals(leaf.hash())) {
            findings.add(
                    Fault.CHANGED,
                    leaf.chain() + " #" + leaf.position(),
                    "Two seals vouch for different entries at this place.");
        }
    }
}
