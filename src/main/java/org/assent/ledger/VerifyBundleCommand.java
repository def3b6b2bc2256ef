package org.assent.ledger;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipInputStream;
import org.assent.ledger.Finding.Fault;
import org.jspecify.annotations.Nullable;

/**
 * {@code java -jar assent-….jar verify-bundle FILE [--key PUBLIC-KEYS.pem] [--roots roots.jsonl]}: checks the bundle of
 * one case, without a database. Public: the application's main class hands over to it. Ends with 0 when the bundle is
 * whole and as the desk packed it, 1 when something is wrong or was taken out, 2 when it could not be read, 3 when it is
 * whole by the keys that came with it, which anybody may have put there.
 */
public final class VerifyBundleCommand {

    /** No case is larger; what unpacks to more is an attack on whoever checks it. */
    private static final long LARGEST = 200L * 1024 * 1024;

    private static final Pattern KEY = Pattern.compile(CaseBundle.KEYS + "([0-9a-f]{16})\\.pub\\.pem");

    private final Map<String, byte[]> files;
    private final List<Finding> findings = new ArrayList<>();
    private final Map<Long, String> hashes = new HashMap<>();
    private final Map<String, byte[]> digests = new HashMap<>();
    private final Set<String> issued = new HashSet<>();
    /** Records and documents that entries name, and that have not been met. */
    private final Set<String> absentRows = new HashSet<>();

    private final Set<String> absentDocuments = new HashSet<>();
    private long entries;

    private VerifyBundleCommand(Map<String, byte[]> files) {
        this.files = files;
    }

    public static int run(List<String> arguments, PrintStream out) {
        List<String> rest = new ArrayList<>(arguments);
        try {
            String key = option(rest, "--key");
            String roots = option(rest, "--roots");
            if (rest.size() != 1) {
                out.println("Please name one bundle: verify-bundle FILE [--key PUBLIC-KEYS.pem] [--roots roots.jsonl]");
                return 2;
            }
            var bundle = new VerifyBundleCommand(unzip(Path.of(rest.get(0))));
            return bundle.check(
                    key == null ? null : Files.readString(Path.of(key)),
                    roots == null ? null : Files.readString(Path.of(roots)),
                    out);
        } catch (IOException | GeneralSecurityException | RuntimeException e) {
            out.println("The bundle could not be read: " + e.getMessage());
            return 2;
        }
    }

    private int check(@Nullable String key, @Nullable String roots, PrintStream out) throws GeneralSecurityException {
        JsonNode proof = CanonicalJson.read(text(CaseBundle.PROOF));
        String chain = proof.path("chain").asText();
        walk(chain);
        Seal seal = Seal.read(proof.path("seal").toString());
        climb(proof, seal);
        if (!isSigned(key, seal.keyId(), seal.hash(), seal.signature())) {
            find(Fault.FORGED, "seal " + seal.number(), "This key did not sign the root.");
        }
        if (roots != null && roots.lines().noneMatch(line -> line.equals(seal.line()))) {
            find(Fault.FORGED, "seal " + seal.number(), "The file of roots does not hold this root.");
        }
        int rows = rows();
        int documents = documents();
        String packer = contents(chain, key);
        keys(new TreeSet<>(List.of(seal.keyId(), packer)));
        out.printf(
                Locale.ROOT,
                "Case %s: %d entries, %d records with personal data, %d documents; sealed %s as root %d by the key %s; packed by the key %s.%n",
                chain,
                entries,
                rows,
                documents,
                seal.sealedAt(),
                seal.number(),
                seal.keyId(),
                packer);
        if (key == null) {
            fingerprints(new TreeSet<>(List.of(seal.keyId(), packer)), out);
        }
        findings.forEach(out::println);
        if (!findings.isEmpty()) {
            out.println("NOT WHOLE: the first finding is above.");
            return 1;
        }
        if (!absentRows.isEmpty() || !absentDocuments.isEmpty()) {
            out.printf(
                    Locale.ROOT,
                    "The desk packed it without %d records and %d documents that the entries name, because they no longer stand as this case left them: erased since, or written anew by another case.%n",
                    absentRows.size(),
                    absentDocuments.size());
        }
        if (key == null) {
            out.println(
                    "Whole in itself, but nobody outside vouches for the keys: compare each fingerprint with the desk's, or give --key.");
            return 3;
        }
        out.println("WHOLE.");
        return 0;
    }

    /** @param given the keys that the checker holds, in place of those that came with the bundle */
    private boolean isSigned(@Nullable String given, String keyId, String hash, String signature)
            throws GeneralSecurityException {
        for (PublicKey key : SealingKeys.readAll(given == null ? text(CaseBundle.KEYS + keyId + ".pub.pem") : given)) {
            if (SealingKeys.idOf(key).equals(keyId) && SealingKeys.isGenuine(key, hash, signature)) {
                return true;
            }
        }
        return false;
    }

    /** That what is in it is what the desk put in: the entries alone do not tell what was erased from what was taken out. */
    private String contents(String chain, @Nullable String key) throws GeneralSecurityException {
        if (!files.containsKey(CaseBundle.CONTENTS)) {
            find(Fault.MISSING, CaseBundle.CONTENTS, "The list of what the desk put in was taken out.");
            return "";
        }
        JsonNode list = CanonicalJson.read(text(CaseBundle.CONTENTS));
        Map<String, String> hashes = new TreeMap<>();
        list.path("files")
                .fields()
                .forEachRemaining(
                        file -> hashes.put(file.getKey(), file.getValue().asText()));
        if (!isSigned(
                key,
                list.path("key").asText(),
                CaseBundle.contentsHash(chain, hashes),
                list.path("signature").asText())) {
            find(Fault.FORGED, CaseBundle.CONTENTS, "This key did not sign the list of what the desk put in.");
        }
        hashes.forEach((name, hash) -> {
            byte[] content = files.get(name);
            if (content == null) {
                find(Fault.MISSING, name, "The desk put it in, and it was taken out.");
            } else if (!Hash.of(content).equals(hash)) {
                find(Fault.CHANGED, name, "It is not what the desk put in.");
            }
        });
        files.keySet().stream()
                .filter(name -> !hashes.containsKey(name)
                        && !name.equals(CaseBundle.CONTENTS)
                        && !name.startsWith(CaseBundle.KEYS))
                .forEach(name -> find(Fault.INSERTED, name, "The desk did not put it in."));
        return list.path("key").asText();
    }

    /** No list names the keys: there is one for each signature, just as the desk writes it, and nothing beside it. */
    private void keys(Set<String> used) throws GeneralSecurityException {
        for (String name : files.keySet()) {
            if (!name.startsWith(CaseBundle.KEYS)) {
                continue;
            }
            Matcher key = KEY.matcher(name);
            if (!key.matches() || !used.contains(key.group(1))) {
                find(Fault.INSERTED, name, "No signature needs it.");
            } else if (!isKey(key.group(1), text(name))) {
                find(Fault.CHANGED, name, "It is not the key that it is named after.");
            }
        }
    }

    private static boolean isKey(String id, String pem) throws GeneralSecurityException {
        List<PublicKey> keys = SealingKeys.readAll(pem);
        return keys.size() == 1
                && SealingKeys.idOf(keys.get(0)).equals(id)
                && SealingKeys.pem(keys.get(0)).equals(pem);
    }

    /** In full, as the desk publishes them: a short one could be met by trying. */
    private void fingerprints(Set<String> ids, PrintStream out) throws GeneralSecurityException {
        for (String id : ids) {
            byte[] pem = files.get(CaseBundle.KEYS + id + ".pub.pem");
            if (pem != null) {
                for (PublicKey key : SealingKeys.readAll(new String(pem, StandardCharsets.UTF_8))) {
                    out.printf(
                            Locale.ROOT,
                            "The key %s came with it; SHA-256 of the key: %s%n",
                            id,
                            Hash.of(key.getEncoded()));
                }
            }
        }
    }

    private void walk(String chain) {
        String before = Hash.NONE;
        Instant wall = Instant.EPOCH;
        for (String line : text(CaseBundle.ENTRIES).lines().toList()) {
            entries++;
            String where = chain + " #" + entries;
            JsonNode entry = CanonicalJson.read(line);
            String content = entry.path("content").asText();
            String previous = entry.path("previous").asText();
            String hash = entry.path("hash").asText();
            if (!previous.equals(before)) {
                find(Fault.REORDERED, where, "The entry does not follow the one before it.");
            } else if (!Hash.link(previous, content).equals(hash)) {
                find(Fault.CHANGED, where, "The entry does not agree with its own hash.");
            }
            before = hash;
            hashes.put(entries, hash);
            EntryContent read = EntryContent.read(content);
            if (!read.head("chain").equals(chain) || !read.head("position").equals(Long.toString(entries))) {
                find(Fault.REORDERED, where, "The entry was written for another place.");
            }
            Instant at = Instant.parse(read.head("wall"));
            if (at.isBefore(wall.minusSeconds(10))) {
                find(Fault.CLOCK_TURNED_BACK, where, "The entry is older than the one before it.");
            }
            wall = at;
            read.sayings().forEach(this::remember);
        }
    }

    private void remember(EntryContent.Saying saying) {
        if (!saying.table().isEmpty()) {
            String row = saying.table() + "\n" + saying.row();
            digests.put(row, saying.digest());
            if (saying.isSalted() && !saying.table().startsWith("act_")) {
                absentRows.add(row);
            } else {
                absentRows.remove(row);
            }
        }
        if (saying.facts().containsKey("document")) {
            issued.add(saying.facts().getOrDefault("sha256", ""));
            absentDocuments.add(saying.facts().getOrDefault("sha256", ""));
        }
    }

    private void climb(JsonNode proof, Seal seal) {
        long position = proof.path("position").asLong();
        String hash = hashes.get(position);
        if (hash == null) {
            find(Fault.MISSING, proof.path("chain").asText() + " #" + position, "An entry that was sealed is gone.");
            return;
        }
        if (position < entries) {
            find(
                    Fault.INSERTED,
                    proof.path("chain").asText() + " #" + (position + 1),
                    "No root vouches for this entry.");
        }
        List<String> path = new ArrayList<>();
        proof.path("path").forEach(step -> path.add(step.asText()));
        String root;
        try {
            root = Hash.climb(
                    Sealing.leaf(proof.path("chain").asText(), position, hash),
                    proof.path("ordinal").asInt(),
                    proof.path("leaves").asInt(),
                    path);
        } catch (IllegalArgumentException notAWay) {
            root = "";
        }
        if (!root.equals(seal.root()) || proof.path("leaves").asInt() != seal.leaves()) {
            find(Fault.CHANGED, "seal " + seal.number(), "The entries do not lead up to the root that was signed.");
        }
        if (!seal.isConsistent()) {
            find(Fault.CHANGED, "seal " + seal.number(), "The seal does not agree with its own hash.");
        }
    }

    private int rows() {
        int rows = 0;
        String all = files.containsKey(CaseBundle.ROWS) ? text(CaseBundle.ROWS) : "";
        for (String line : all.lines().toList()) {
            rows++;
            JsonNode row = CanonicalJson.read(line);
            String name = row.path("table").asText() + "\n" + row.path("row").asText();
            byte[] digest = digests.get(name);
            absentRows.remove(name);
            Map<String, String> values = new TreeMap<>();
            row.path("values")
                    .fields()
                    .forEachRemaining(
                            value -> values.put(value.getKey(), value.getValue().asText()));
            String where = name.replace('\n', ' ');
            if (digest == null) {
                find(Fault.INSERTED, where, "No entry tells of this record.");
            } else if (!HexFormat.of()
                    .formatHex(digest)
                    .equals(Hash.salted(row.path("salt").asText(), CanonicalJson.write(values)))) {
                find(Fault.CHANGED, where, "The record is not as the entries say.");
            }
        }
        return rows;
    }

    private int documents() {
        int documents = 0;
        for (Map.Entry<String, byte[]> file : files.entrySet()) {
            if (file.getKey().startsWith(CaseBundle.DOCUMENTS)) {
                documents++;
                absentDocuments.remove(Hash.of(file.getValue()));
                if (!issued.contains(Hash.of(file.getValue()))) {
                    find(Fault.CHANGED, file.getKey(), "No entry tells of this document's issue with this content.");
                }
            }
        }
        return documents;
    }

    private String text(String name) {
        byte[] content = files.get(name);
        if (content == null) {
            throw new IllegalArgumentException("it holds no " + name);
        }
        return new String(content, StandardCharsets.UTF_8);
    }

    private void find(Fault fault, String where, String sentence) {
        findings.add(new Finding(fault, where, sentence));
    }

    private static @Nullable String option(List<String> arguments, String name) {
        int at = arguments.indexOf(name);
        if (at < 0 || at + 1 >= arguments.size()) {
            return null;
        }
        arguments.remove(at);
        return arguments.remove(at);
    }

    /** As the directory at its end lists it; any other program must come upon the same files, however it reads them. */
    private static Map<String, byte[]> unzip(Path file) throws IOException {
        ends(file);
        Map<String, byte[]> listed = new LinkedHashMap<>();
        try (ZipFile zip = new ZipFile(file.toFile())) {
            var entries = zip.entries();
            while (entries.hasMoreElements()) {
                ZipEntry entry = entries.nextElement();
                try (InputStream content = zip.getInputStream(entry)) {
                    add(listed, entry.getName(), content);
                }
            }
        }
        Map<String, byte[]> met = new LinkedHashMap<>();
        try (ZipInputStream zip = new ZipInputStream(Files.newInputStream(file))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                add(met, entry.getName(), zip);
            }
        }
        if (!met.keySet().equals(listed.keySet())
                || !met.entrySet().stream().allMatch(one -> Arrays.equals(one.getValue(), listed.get(one.getKey())))) {
            throw new IOException("what it holds is not what its own directory says");
        }
        return new TreeMap<>(listed);
    }

    private static void add(Map<String, byte[]> files, String name, InputStream content) throws IOException {
        long before = files.values().stream().mapToLong(one -> one.length).sum();
        byte[] read = content.readNBytes((int) (LARGEST - before));
        if (before + read.length >= LARGEST) {
            throw new IOException("it is larger than any case");
        }
        if (files.put(name, read) != null) {
            throw new IOException("it holds two files of one name");
        }
    }

    /** That it is one archive from the first byte to the last: two in one file are read by one program so, by another so. */
    private static void ends(Path file) throws IOException {
        try (RandomAccessFile bytes = new RandomAccessFile(file.toFile(), "r")) {
            long end = bytes.length() - ZipFile.ENDHDR;
            if (end < 0) {
                throw new IOException("it is no zip file");
            }
            byte[] header = new byte[ZipFile.ENDHDR];
            bytes.seek(end);
            bytes.readFully(header);
            ByteBuffer last = ByteBuffer.wrap(header).order(ByteOrder.LITTLE_ENDIAN);
            long directory = Integer.toUnsignedLong(last.getInt(ZipFile.ENDOFF));
            long size = Integer.toUnsignedLong(last.getInt(ZipFile.ENDSIZ));
            bytes.seek(0);
            if (last.getInt(0) != (int) ZipFile.ENDSIG
                    || directory + size != end
                    || Integer.reverseBytes(bytes.readInt()) != (int) ZipFile.LOCSIG) {
                throw new IOException("it is not one zip file from its first byte to its last");
            }
        }
    }
}
