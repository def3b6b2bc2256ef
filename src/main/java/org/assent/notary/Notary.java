package org.assent.notary;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.assent.engine.Refusal;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * Signs a document when it is issued. Whoever asks keeps the bytes: to sign again would be to issue another document.
 * Public: whoever issues documents asks here.
 */
@Component
public class Notary {

    private final SigningKeys keys;
    private final ObjectProvider<Witness> witnesses;

    Notary(SigningKeys keys, ObjectProvider<Witness> witnesses) {
        this.keys = keys;
        this.witnesses = witnesses;
    }

    /**
     * Signs with the machine's time, whatever the engine's clock shows, and tells the witnesses.
     *
     * @param reference what is issued, without personal data: {@code certificate} and its serial number, for example
     * @param reason stands beside the signature: what is signed
     */
    public byte[] issue(String reference, String reason, byte[] pdf) {
        Instant now = Instant.now();
        if (!keys.areValidAt(now)) {
            throw new Refusal("The certificate with which this desk signs documents is not valid today, so nothing can"
                    + " be issued. Please tell the administrator.");
        }
        byte[] signed = PadesSignature.sign(pdf, keys, reason, now);
        String sha256 = sha256(signed);
        witnesses.forEach(witness -> witness.issued(reference, sha256));
        return signed;
    }

    public Attestation attest(byte[] pdf) {
        return PadesSignature.read(pdf, keys);
    }

    public Optional<Witness.Proof> proof(String sha256) {
        return witnesses.stream()
                .flatMap(witness -> witness.proof(sha256).stream())
                .findFirst();
    }

    /** Whom a reader of the documents must trust; the signer's own certificate where nobody stands above it. */
    List<X509Certificate> chain() {
        return keys.chain();
    }

    static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
