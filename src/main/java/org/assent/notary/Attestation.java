package org.assent.notary;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a document says of who signed it, once that has been checked. Public: pages show it.
 *
 * @param signer the name on the certificate; empty under what is not signed or cannot be read
 * @param signedAt by the machine's clock, not the engine's
 * @param sha256 of the whole document, in hexadecimal
 */
public record Attestation(State state, String signer, @Nullable Instant signedAt, String sha256) {

    /** How a signature and its document stand to each other. */
    public enum State {
        /** Signed by this desk, and nothing of what was signed has changed. */
        GENUINE,
        /** Signed, and something has changed since. */
        CHANGED,
        /** Whole, but signed with a key that was never this desk's. */
        FOREIGN,
        /** As everything that was issued before the desk signed. */
        UNSIGNED
    }

    /** Nothing where a document should be. */
    public static Attestation lost() {
        return new Attestation(State.CHANGED, "", null, "");
    }

    /** The same document, of which the record says that it should be another one. */
    public Attestation replaced() {
        return new Attestation(State.CHANGED, signer, signedAt, sha256);
    }
}
