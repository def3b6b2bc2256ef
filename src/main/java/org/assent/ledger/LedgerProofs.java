package org.assent.ledger;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Tells of a document since when it is on record. Public: the pages that show documents ask. */
@Component
public class LedgerProofs {

    private final JdbcTemplate database;

    LedgerProofs(JdbcTemplate database) {
        this.database = database;
    }

    /**
     * That a document was on record, derived anew from the entry and the seal.
     *
     * @param recorded wall time of the entry
     * @param sealed wall time of the seal over it
     * @param root number of the seal
     * @param key id of the key that signed it
     * @param evidence what a program checks, as JSON: the entry's number and hash, and the seal
     */
    public record Proof(Instant recorded, Instant sealed, long root, String key, String evidence) {}

    private record Entry(
            long id, String chain, long position, Instant wall, String content, String previous, String hash) {

        /** What is found by the index is believed only for what the entry itself says. */
        boolean tellsOf(String sha256) {
            return content.contains("\"sha256\":\"" + sha256 + "\"")
                    && Hash.link(previous, content).equals(hash);
        }
    }

    /** Empty before the first seal, and for what is not on record. */
    public Optional<Proof> of(String sha256) {
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
                .flatMap(this::sealed);
    }

    private Optional<Proof> sealed(Entry entry) {
        @Nullable
        Seal seal = database
                .query(
                        "select s.* from ledger_leaf l join ledger_seal s on s.number = l.seal"
                                + " where l.chain = ? and l.position >= ? order by l.position limit 1",
                        Sealing.SEAL,
                        entry.chain(),
                        entry.position())
                .stream()
                .findFirst()
                .orElse(null);
        return seal == null
                ? Optional.empty()
                : Optional.of(new Proof(
                        entry.wall(),
                        seal.sealedAt(),
                        seal.number(),
                        seal.keyId(),
                        CanonicalJson.write(Map.of(
                                "entry", Long.toString(entry.id()),
                                "hash", entry.hash(),
                                "seal", CanonicalJson.read(seal.line())))));
    }
}
