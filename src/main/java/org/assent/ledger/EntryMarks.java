package org.assent.ledger;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.assent.engine.Refusal;
import org.jspecify.annotations.Nullable;

/**
 * Marks each entry with a secret that the database does not hold: whoever can write there alone cannot add an entry
 * that the next seal would vouch for. To change the secret, rename the file to entry-key-….hex; nodes of one desk share
 * it.
 */
final class EntryMarks {

    private static final String CURRENT = "entry-key.hex";

    private final Path folder;
    private volatile @Nullable String current;

    EntryMarks(Path folder) {
        this.folder = folder;
    }

    String of(String hash) {
        String key = current;
        if (key == null) {
            key = currentOrNew();
            current = key;
        }
        return Hash.salted(key, hash);
    }

    /** Every key that may have marked an entry; empty where only the ledger is at hand, which is no whole audit. */
    List<String> known() {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (var files = Files.newDirectoryStream(folder, "entry-key*.hex")) {
            List<String> keys = new ArrayList<>();
            for (Path file : files) {
                keys.add(secret(file));
            }
            return keys;
        } catch (IOException e) {
            throw new UncheckedIOException("The ledger's secret cannot be read: " + folder, e);
        }
    }

    static boolean isGenuine(List<String> keys, String hash, String mark) {
        return keys.stream()
                .anyMatch(key -> MessageDigest.isEqual(
                        Hash.salted(key, hash).getBytes(StandardCharsets.US_ASCII),
                        mark.getBytes(StandardCharsets.US_ASCII)));
    }

    private static String secret(Path file) throws IOException {
        String secret = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1).strip();
        if (!Hash.isHex(secret)) {
            // what it holds is not repeated
            throw new Refusal("The file " + file + " holds no secret of hexadecimal digits.");
        }
        return secret;
    }

    private String currentOrNew() {
        Path file = folder.resolve(CURRENT);
        try {
            if (!Files.exists(file)) {
                byte[] secret = new byte[32];
                new SecureRandom().nextBytes(secret);
                SecretFile.make(file, HexFormat.of().formatHex(secret) + "\n");
            }
            return secret(file);
        } catch (IOException e) {
            throw new UncheckedIOException("The ledger's secret cannot be made or read: " + file, e);
        }
    }
}
