package org.assent.ledger;

import java.security.PublicKey;
import java.time.Instant;
import java.util.Map;

/**
 * A signed statement that the ledger stood so at that moment.
 *
 * @param number counts from 1 without gaps
 * @param sealedAt wall time
 * @param leaves how many heads the tree has
 * @param root of the tree over the heads that moved since the last seal
 * @param previous hash of the seal before
 * @param hash of all the above
 * @param keyId of the key that signed the hash
 * @param signature Ed25519, hexadecimal
 */
record Seal(
        long number,
        Instant sealedAt,
        int leaves,
        String root,
        String previous,
        String hash,
        String keyId,
        String signature) {

    static String hashOf(long number, Instant sealedAt, int leaves, String root, String previous) {
        return Hash.link(
                previous,
                CanonicalJson.write(Map.of(
                        "seal", Long.toString(number),
                        "sealedAt", sealedAt.toString(),
                        "leaves", Integer.toString(leaves),
                        "root", root)));
    }

    boolean isConsistent() {
        return hash.equals(hashOf(number, sealedAt, leaves, root, previous));
    }

    /** @param keys those of this desk, by id */
    boolean isSignedBy(Map<String, PublicKey> keys) {
        PublicKey key = keys.get(keyId);
        return key != null && SealingKeys.isGenuine(key, hash, signature);
    }

    /** As it stands in the file outside the database. */
    String line() {
        return CanonicalJson.write(Map.of(
                "seal", Long.toString(number),
                "sealedAt", sealedAt.toString(),
                "leaves", Integer.toString(leaves),
                "root", root,
                "previous", previous,
                "hash", hash,
                "keyId", keyId,
                "signature", signature));
    }

    /** @throws IllegalArgumentException when the line is no seal */
    static Seal read(String line) {
        var seal = CanonicalJson.read(line);
        try {
            return new Seal(
                    Long.parseLong(seal.path("seal").asText()),
                    Instant.parse(seal.path("sealedAt").asText()),
                    Integer.parseInt(seal.path("leaves").asText()),
                    seal.path("root").asText(),
                    seal.path("previous").asText(),
                    seal.path("hash").asText(),
                    seal.path("keyId").asText(),
                    seal.path("signature").asText());
        } catch (java.time.DateTimeException e) {
            throw new IllegalArgumentException("This line has no time", e);
        }
    }
}
