package org.assent.ledger;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Tells of a document since when it is on record. {@link LedgerWitness} says it in words. */
@Component
class LedgerProofs {

    private final JdbcTemplate database;
    private final SealingKeys keys;

    LedgerProofs(JdbcTemplate database, SealingKeys keys) {
        this.database = database;
        this.keys = keys;
    }

    /**
     * That a document was on record, derived anew from the entry over its chain to the root that was signed.
     *
     * @param recorded wall time of the entry
     * @param sealed wall time of the seal over it
     * @param root number of the seal
     * @param key id of the key that signed it
     * @param evidence what a program checks, as JSON: the entry's number and hash, and the seal
     */
    record Proof(Instant recorded, Instant sealed, long root, String key, String evidence) {}

    private record Entry(
            long id, String chain, long position, Instant wall, String content, String previous, String hash) {

        /** What is found by the index is believed only for what the entry itself says. */
        boolean tellsOf(String sha256) {
            return content.contains("\"sha256\":\"" + sha256 + "\"")
                    && Hash.link(previous, content).equals(hash);
        }

        /** After its case is cleaned up, a document is told again, with the time of the entry that is gone. */
        Instant recorded(String sha256) {
            for (JsonNode record : CanonicalJson.read(content).path("records")) {
                JsonNode facts = record.path("facts");
                if (facts.path("sha256").asText().equals(sha256) && facts.has(Tombstones.RECORDED)) {
                    return Instant.parse(facts.path(Tombstones.RECORDED).asText());
                }
            }
            return wall;
        }
    }

    /** Empty before the first seal, and for what is not on record. */
    Optional<Proof> of(String sha256) {
        return database
                .query(
                        "select e.id, e.chain, e.position, e.wall_at, e.content, e.previous, e.hash from ledger_document d"
                                + " join ledger_entry e on e.id = d.entry where d.sha256 = ? order by e.id",
                        (row, number) -> new Entry(
                                row.getLong(1),
                                row.getString(2),
                                row.getLong(3),
                                row.getObject(4, java.time.OffsetDateTime.class).toInstant(),
                                row.getString(5),
                                row.getString(6),
                                row.getString(7)),
                        sha256)
                .stream()
                .filter(entry -> entry.tellsOf(sha256))
                .findFirst()
                .flatMap(entry -> sealed(entry, sha256));
    }

    /** Where a seal holds a chain. */
    private record Leaf(long seal, long position, String hash) {}

    private Optional<Proof> sealed(Entry entry, String sha256) {
        return database
                .query(
                        "select seal, position, hash from ledger_leaf where chain = ? and position >= ? order by position limit 1",
                        (row, number) -> new Leaf(row.getLong(1), row.getLong(2), row.getString(3)),
                        entry.chain(),
                        entry.position())
                .stream()
                .findFirst()
                .filter(leaf -> leadsTo(entry, leaf))
                .flatMap(leaf -> seal(leaf.seal()))
                .map(seal -> new Proof(
                        entry.recorded(sha256),
                        seal.sealedAt(),
                        seal.number(),
                        seal.keyId(),
                        CanonicalJson.write(Map.of(
                                "entry", Long.toString(entry.id()),
                                "hash", entry.hash(),
                                "seal", CanonicalJson.read(seal.line())))));
    }

    /** Link by link from the entry to what was sealed. */
    private boolean leadsTo(Entry entry, Leaf leaf) {
        AtomicReference<String> hash = new AtomicReference<>(entry.hash());
        database.query(
                "select content, previous from ledger_entry where chain = ? and position > ? and position <= ? order by position",
                row -> {
                    boolean follows = row.getString(2).equals(hash.get());
                    hash.set(follows ? Hash.link(row.getString(2), row.getString(1)) : "");
                },
                entry.chain(),
                entry.position(),
                leaf.position());
        return leaf.hash().equals(hash.get());
    }

    /** As long as a key of ours signed the root over the heads that stand under it. */
    private Optional<Seal> seal(long number) {
        return database.query("select * from ledger_seal where number = ?", Sealing.SEAL, number).stream()
                .filter(Seal::isConsistent)
                .filter(seal -> Hash.root(leaves(number)).equals(seal.root()))
                .filter(seal -> seal.isSignedBy(keys.known()))
                .findFirst();
    }

    private List<String> leaves(long seal) {
        return database.query(
                "select chain, position, hash from ledger_leaf where seal = ? order by ordinal",
                (row, number) -> Sealing.leaf(row.getString(1), row.getLong(2), row.getString(3)),
                seal);
    }
}
