package org.assent.notary;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.time.Instant;
import java.util.Date;
import java.util.Map;
import javax.security.auth.x500.X500Principal;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/** A key store as an organisation would bring it. Public: whoever starts production in a test needs one. */
public final class TestKeyStore {

    private static final char[] PASSWORD = "another long word".toCharArray();

    private TestKeyStore() {}

    private static final Map<String, String> VALID = made();

    /** The three settings, of a certificate that is valid for a century. */
    public static Map<String, String> settings() {
        return VALID;
    }

    private static Map<String, String> made() {
        try {
            Path file = Files.createTempFile("signing", ".p12");
            file.toFile().deleteOnExit();
            return settings(file, "RSA", Instant.parse("2020-01-01T00:00:00Z"), Instant.parse("2120-01-01T00:00:00Z"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Map<String, String> settings(Path file, String kind, Instant from, Instant until) {
        try {
            X500Principal name = new X500Principal("CN=APO Secretariat, O=Asian Productivity Organization");
            KeyPairGenerator generator = KeyPairGenerator.getInstance(kind);
            if (kind.equals("RSA")) {
                generator.initialize(2048);
            }
            var pair = generator.generateKeyPair();
            String algorithm =
                    Map.of("RSA", "SHA256withRSA", "EC", "SHA256withECDSA").getOrDefault(kind, kind);
            var signer = new JcaContentSignerBuilder(algorithm).build(pair.getPrivate());
            var certificate = new JcaX509CertificateConverter()
                    .getCertificate(new JcaX509v3CertificateBuilder(
                                    name, BigInteger.TWO, Date.from(from), Date.from(until), name, pair.getPublic())
                            .build(signer));
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(null, null);
            store.setKeyEntry("desk", pair.getPrivate(), PASSWORD, new Certificate[] {certificate});
            try (var bytes = Files.newOutputStream(file)) {
                store.store(bytes, PASSWORD);
            }
            return Map.of(
                    "assent.signing.keystore",
                    file.toString(),
                    "assent.signing.password",
                    new String(PASSWORD),
                    "assent.signing.alias",
                    "desk");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (GeneralSecurityException | OperatorCreationException e) {
            throw new IllegalStateException(e);
        }
    }
}
