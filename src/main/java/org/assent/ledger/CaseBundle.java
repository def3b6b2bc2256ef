package org.assent.ledger;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.PublicKey;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Packs one case so that a third party can check it with nothing but the program: its entries, the way from their last
 * up to a signed root, the public key, the documents, and of our own rows those contents that the entries hold digests of.
 */
final class CaseBundle {

    static final String ENTRIES = "entries.jsonl";
    static final String PROOF = "proof.json";
    static final String ROWS = "rows.jsonl";
    static final String DOCUMENTS = "documents/";
    static final String KEYS = "keys/";
    static final String CONTENTS = "contents.json";

    private static final String READ_ME =
            """
            %s

            Cases are kept in one chain with everything that they called, so this file holds the record of all of these,
            whichever of them it was asked for, and the proof that nobody changed it.

            Check it:  java -jar assent-<version>.jar verify-bundle <this file> --key assent-public-keys.pem

            entries.jsonl  what happened, one transaction a line; each line's hash covers the line before it
            proof.json     the way from the last line up to a root, and that root with its signature
            keys/          the public keys of the signatures, for comparison only: have those that the desk publishes (beside
                           Verify in Cockpit, History) sent to you by another way than this file, and give them as --key
            documents/     documents that were issued; their hashes stand in the entries
            rows.jsonl     records with personal data as they are now; the entries hold salted digests of them
            contents.json  what the desk put into this file, signed: nothing was taken out, nothing put in
            """;

    private final JdbcTemplate database;
    private final SealingKeys keys;
    private final Path folder;
    private final List<WatchedTable> ours;
    private final List<IssuedDocuments> documents;

    CaseBundle(
            JdbcTemplate database,
            SealingKeys keys,
            Path folder,
            List<WatchedTable> ours,
            List<IssuedDocuments> documents) {
        this.database = database;
        this.keys = keys;
        this.folder = folder;
        this.ours = ours;
        this.documents = documents;
    }

    /** @param chain a root case whose chain is sealed */
    byte[] of(String chain) {
        Map<String, byte[]> files = new LinkedHashMap<>();
        files.put("README.txt", READ_ME.formatted(cases(chain)).getBytes(StandardCharsets.UTF_8));
        Leaf leaf = leaf(chain);
        List<String> contents = new ArrayList<>();
        StringBuilder lines = new StringBuilder();
        database.query(
                "select content, previous, hash from ledger_entry where chain = ? and position <= ? order by position",
                row -> {
                    contents.add(row.getString(1));
                    lines.append(CanonicalJson.write(Map.of(
                                    "content", row.getString(1),
                                    "previous", row.getString(2),
                                    "hash", row.getString(3))))
                            .append('\n');
                },
                chain,
                // what came since the last seal has no root to vouch for it yet
                leaf.position());
        files.put(ENTRIES, lines.toString().getBytes(StandardCharsets.UTF_8));
        Seal seal = proof(chain, leaf, files);
        add(seal.keyId(), files);
        stamp(seal, files);
        files.put(ROWS, rows(contents).getBytes(StandardCharsets.UTF_8));
        issued(contents).forEach((name, content) -> files.put(DOCUMENTS + name, content));
        list(chain, files);
        return zip(files);
    }

    /** The case that everything began with, and each that was called: whoever reads it need not guess whose record it is. */
    private String cases(String chain) {
        List<String> cases = database.query(
                "select p.business_key_, d.name_, p.proc_def_key_, p.id_ from act_hi_procinst p"
                        + " left join act_re_procdef d on d.id_ = p.proc_def_id_ where p.root_proc_inst_id_ = ?"
                        + " order by case when p.id_ = p.root_proc_inst_id_ then 0 else 1 end, p.start_time_, p.id_",
                (row, number) -> "%s %s"
                        .formatted(
                                Objects.requireNonNullElse(row.getString(2), row.getString(3)),
                                Objects.requireNonNullElse(row.getString(1), row.getString(4))),
                chain);
        return cases.isEmpty()
                ? "Case " + chain
                : "Case: " + cases.get(0)
                        + cases.stream()
                                .skip(1)
                                .map(called -> "\n  with: " + called)
                                .collect(Collectors.joining());
    }

    /** What is in it, signed: entries alone cannot tell what was erased from what somebody took out. */
    private void list(String chain, Map<String, byte[]> files) {
        Map<String, String> hashes = new TreeMap<>();
        files.forEach((name, content) -> {
            if (!name.startsWith(KEYS)) {
                hashes.put(name, Hash.of(content));
            }
        });
        SealingKeys.Signed signed = keys.sign(contentsHash(chain, hashes));
        add(signed.keyId(), files);
        files.put(
                CONTENTS,
                CanonicalJson.write(Map.of(
                                "case", chain, "files", hashes, "key", signed.keyId(), "signature", signed.signature()))
                        .getBytes(StandardCharsets.UTF_8));
    }

    static String contentsHash(String chain, Map<String, String> hashes) {
        return Hash.of(
                CanonicalJson.write(Map.of("case", chain, "files", hashes)).getBytes(StandardCharsets.UTF_8));
    }

    private void add(String keyId, Map<String, byte[]> files) {
        PublicKey key = keys.known().get(keyId);
        if (key != null) {
            files.put(KEYS + keyId + ".pub.pem", SealingKeys.pem(key).getBytes(StandardCharsets.US_ASCII));
        }
    }

    /** Where a seal holds the case. */
    private record Leaf(long seal, int ordinal, long position) {}

    private Leaf leaf(String chain) {
        return Objects.requireNonNull(database.queryForObject(
                "select seal, ordinal, position from ledger_leaf where chain = ? order by position desc limit 1",
                (row, count) -> new Leaf(row.getLong(1), row.getInt(2), row.getLong(3)),
                chain));
    }

    private Seal proof(String chain, Leaf leaf, Map<String, byte[]> files) {
        long number = leaf.seal();
        int ordinal = leaf.ordinal();
        Seal seal = Objects.requireNonNull(
                database.queryForObject("select * from ledger_seal where number = ?", Sealing.SEAL, number));
        List<String> leaves = database.query(
                "select chain, position, hash from ledger_leaf where seal = ? order by ordinal",
                (row, count) -> Sealing.leaf(row.getString(1), row.getLong(2), row.getString(3)),
                number);
        files.put(
                PROOF,
                CanonicalJson.write(Map.of(
                                "chain", chain,
                                "position", Long.toString(leaf.position()),
                                "ordinal", Integer.toString(ordinal),
                                "leaves", Integer.toString(leaves.size()),
                                "path", Hash.proof(leaves, ordinal),
                                "seal", CanonicalJson.read(seal.line()),
                                "packed", Instant.now().toString()))
                        .getBytes(StandardCharsets.UTF_8));
        return seal;
    }

    private void stamp(Seal seal, Map<String, byte[]> files) {
        Path stamp = TimeStamps.file(folder, seal.number());
        try {
            if (Files.exists(stamp)) {
                files.put("timestamp.tsr", Files.readAllBytes(stamp));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Our rows that are still as this case last recorded them, with their salts: whoever gets the bundle may read them. */
    private String rows(List<String> contents) {
        Map<String, String> digests = new TreeMap<>();
        for (String content : contents) {
            for (JsonNode record : CanonicalJson.read(content).path("records")) {
                if (record.has("digest") && !record.path("table").asText().startsWith("act_")) {
                    digests.put(
                            record.path("table").asText() + "\n"
                                    + record.path("row").asText(),
                            record.path("digest").asText());
                }
            }
        }
        StringBuilder lines = new StringBuilder();
        StoredRows stored = new StoredRows(database);
        for (WatchedTable table : ours) {
            String prefix = table.name() + "\n";
            List<String> rows = digests.keySet().stream()
                    .filter(row -> row.startsWith(prefix))
                    .map(row -> row.substring(prefix.length()))
                    .toList();
            stored.read(table, stored.keys(table, rows)).forEach((row, values) -> {
                String salt = salt(table, row);
                if (Hash.salted(salt, CanonicalJson.write(values)).equals(digests.get(prefix + row))) {
                    lines.append(CanonicalJson.write(
                                    Map.of("table", table.name(), "row", row, "salt", salt, "values", values)))
                            .append('\n');
                }
            });
        }
        return lines.toString();
    }

    private String salt(WatchedTable table, String row) {
        return database
                .queryForList(
                        "select salt from ledger_salt where table_name = ? and row_id = ?",
                        String.class,
                        table.name(),
                        row)
                .stream()
                .findFirst()
                .orElse("00");
    }

    private Map<String, byte[]> issued(List<String> contents) {
        Map<String, byte[]> found = new TreeMap<>();
        for (String content : contents) {
            for (JsonNode record : CanonicalJson.read(content).path("records")) {
                String name = record.path("facts").path("document").asText();
                if (!name.isEmpty()) {
                    documents.forEach(house ->
                            house.find(name).ifPresent(document -> found.put(document.file(), document.content())));
                }
            }
        }
        return found;
    }

    private static byte[] zip(Map<String, byte[]> files) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, byte[]> file : files.entrySet()) {
                zip.putNextEntry(new ZipEntry(file.getKey()));
                zip.write(file.getValue());
                zip.closeEntry();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
