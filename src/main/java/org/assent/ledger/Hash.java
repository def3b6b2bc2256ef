package org.assent.ledger;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/** SHA-256 as the ledger uses it, always as 64 hexadecimal digits in lower case. */
final class Hash {

    /** Before the first link of a chain. */
    static final String NONE = "0".repeat(64);

    private static final HexFormat HEX = HexFormat.of();
    private static final Pattern DIGITS = Pattern.compile("([0-9a-f]{2})+");

    private Hash() {}

    static String of(byte[] bytes) {
        return HEX.formatHex(bytes(bytes));
    }

    static byte[] bytes(byte[] content) {
        return digest().digest(content);
    }

    /** Whether it can be a key for {@link #salted}. */
    static boolean isHex(String text) {
        return DIGITS.matcher(text).matches();
    }

    static byte[] unhex(@Nullable String hash) {
        return HEX.parseHex(String.valueOf(hash));
    }

    static String of(String text) {
        return of(text.getBytes(StandardCharsets.UTF_8));
    }

    /** A link: what went before, a line's end, what is added. */
    static String link(String previous, String content) {
        MessageDigest digest = digest();
        digest.update(previous.getBytes(StandardCharsets.US_ASCII));
        digest.update((byte) '\n');
        return HEX.formatHex(digest.digest(content.getBytes(StandardCharsets.UTF_8)));
    }

    static String salted(String salt, String content) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(HEX.parseHex(salt), "HmacSHA256"));
            return HEX.formatHex(mac.doFinal(content.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * Root of a Merkle tree as RFC 9162 builds it: leaves and inner nodes bear different first bytes, so that neither
     * passes for the other. The root of nothing is the hash of nothing.
     */
    static String root(List<String> leaves) {
        return switch (leaves.size()) {
            case 0 -> of(new byte[0]);
            case 1 -> of("\0" + leaves.get(0));
            default -> {
                int left = Integer.highestOneBit(leaves.size() - 1);
                yield node(root(leaves.subList(0, left)), root(leaves.subList(left, leaves.size())));
            }
        };
    }

    /** The hashes beside the way from a leaf up to the root, lowest first. */
    static List<String> proof(List<String> leaves, int leaf) {
        if (leaves.size() == 1) {
            return new java.util.ArrayList<>();
        }
        int left = Integer.highestOneBit(leaves.size() - 1);
        List<String> lower = leaf < left
                ? proof(leaves.subList(0, left), leaf)
                : proof(leaves.subList(left, leaves.size()), leaf - left);
        lower.add(root(leaf < left ? leaves.subList(left, leaves.size()) : leaves.subList(0, left)));
        return lower;
    }

    /** The root that a leaf and its proof lead to, in a tree of so many leaves. */
    static String climb(String leaf, int position, int size, List<String> proof) {
        return climb(leaf, position, size, proof, proof.size());
    }

    private static String climb(String leaf, int position, int size, List<String> proof, int used) {
        if (size == 1) {
            if (used != 0) {
                throw new IllegalArgumentException("The proof is longer than the tree is high");
            }
            return of("\0" + leaf);
        }
        if (used == 0) {
            throw new IllegalArgumentException("The proof is shorter than the tree is high");
        }
        int left = Integer.highestOneBit(size - 1);
        String beside = proof.get(used - 1);
        return position < left
                ? node(climb(leaf, position, left, proof, used - 1), beside)
                : node(beside, climb(leaf, position - left, size - left, proof, used - 1));
    }

    private static String node(String left, String right) {
        return of("\1" + left + right);
    }

    private static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
