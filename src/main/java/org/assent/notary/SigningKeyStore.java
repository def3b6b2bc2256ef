package org.assent.notary;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.UnrecoverableKeyException;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.core.env.Environment;
import org.springframework.util.StringUtils;

/**
 * The key store that an organisation brings: PKCS#12, with the signer's key and certificates under one alias. Whatever
 * other certificate lies in it is one that signed before. Public: production asks before it starts.
 */
public final class SigningKeyStore {

    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH).withZone(ZoneOffset.UTC);

    private SigningKeyStore() {}

    /** What is wrong with the settings of production; one sentence, or none. */
    public static Optional<String> fault(Environment environment) {
        try {
            SigningKeys keys = read(environment);
            X509Certificate signer = keys.signer();
            Instant now = Instant.now();
            if (TestAuthority.issued(signer)) {
                return Optional.of(
                        "ASSENT_SIGNING_KEYSTORE is a demonstration's, whose key proves nothing: set it to a key store with a certificate of an authority.");
            }
            return keys.areValidAt(now)
                    ? Optional.empty()
                    : Optional.of(
                            now.isAfter(signer.getNotAfter().toInstant())
                                    ? "The certificate that signs documents ended on %s: put one that is valid into ASSENT_SIGNING_KEYSTORE."
                                            .formatted(DAY.format(
                                                    signer.getNotAfter().toInstant()))
                                    : "The certificate that signs documents begins on %s: put one that is valid into ASSENT_SIGNING_KEYSTORE."
                                            .formatted(DAY.format(
                                                    signer.getNotBefore().toInstant())));
        } catch (Unusable told) {
            return Optional.of(told.sentence);
        }
    }

    static SigningKeys read(Environment environment) {
        String file = environment.getProperty("assent.signing.keystore", "");
        String password = environment.getProperty("assent.signing.password", "");
        String alias = environment.getProperty("assent.signing.alias", "");
        if (!Stream.of(file, password, alias).allMatch(StringUtils::hasText)) {
            throw new Unusable(
                    "Certificates and agreements need a key that signs them: set ASSENT_SIGNING_KEYSTORE to a PKCS#12 file, ASSENT_SIGNING_PASSWORD and ASSENT_SIGNING_ALIAS.");
        }
        return read(Path.of(file), password.toCharArray(), alias);
    }

    static SigningKeys read(Path file, char[] password, String alias) {
        try {
            KeyStore store = open(file, password);
            if (!(store.getKey(alias, password) instanceof PrivateKey key)) {
                throw new Unusable(
                        "ASSENT_SIGNING_KEYSTORE holds no private key of this name: set ASSENT_SIGNING_ALIAS.");
            }
            PadesSignature.algorithm(key);
            List<X509Certificate> chain = Stream.of(store.getCertificateChain(alias))
                    .map(X509Certificate.class::cast)
                    .toList();
            Set<X509Certificate> known = new LinkedHashSet<>();
            known.add(chain.get(0));
            for (String other : Collections.list(store.aliases())) {
                Certificate certificate = store.getCertificate(other);
                if (certificate instanceof X509Certificate former) {
                    known.add(former);
                }
            }
            return new SigningKeys(key, chain, Set.copyOf(known));
        } catch (UnrecoverableKeyException wrong) {
            throw new Unusable(
                    "The key in ASSENT_SIGNING_KEYSTORE has a password of its own: give it the store's, ASSENT_SIGNING_PASSWORD.");
        } catch (IOException | GeneralSecurityException unreadable) {
            throw new Unusable(
                    "The key store of ASSENT_SIGNING_KEYSTORE cannot be opened: it must be a PKCS#12 file that this user may read, with the password ASSENT_SIGNING_PASSWORD.");
        }
    }

    static KeyStore open(Path file, char[] password) throws IOException, GeneralSecurityException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (InputStream bytes = Files.newInputStream(file)) {
            store.load(bytes, password);
        }
        return store;
    }

    /** Told to whoever starts the desk; neither the path nor the password stands in it. */
    static final class Unusable extends IllegalStateException {

        private final String sentence;

        Unusable(String sentence) {
            super(sentence);
            this.sentence = sentence;
        }
    }
}
