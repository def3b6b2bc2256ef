package org.assent.ledger;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.Provider;
import java.security.PublicKey;
import java.security.Security;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.assent.engine.Refusal;
import org.jspecify.annotations.Nullable;

/**
 * The key that signs, in a file or a key store, and the public half of all that ever signed, outside the database:
 * whoever rewrites the database can neither sign nor add a key of their own. To rotate, put the signing key's file aside
 * or name another alias: the next seal is signed with the new key, and the old public key stays.
 */
final class SealingKeys {

    private static final String SIGNING = "signing-key.pem";
    private static final String PKCS11 = "PKCS11";
    /** Ed25519; Java's way to PKCS#11 knows no such keys, so elliptic curves and RSA do too. */
    private static final List<String> ALGORITHMS = List.of("Ed25519", "EC", "RSA");

    private final Path folder;
    private final LedgerSettings.Store store;
    private @Nullable Provider token;

    SealingKeys(Path folder) {
        this(folder, LedgerSettings.Store.NONE);
    }

    SealingKeys(Path folder, LedgerSettings.Store store) {
        this.folder = folder;
        this.store = store;
    }

    record Signed(String keyId, String signature) {}

    Signed sign(String hash) {
        try {
            KeyPair pair = store.isThere() ? fromStore() : fromFile();
            publish(pair.getPublic());
            String scheme = scheme(pair.getPublic());
            Signature signature = token == null ? Signature.getInstance(scheme) : Signature.getInstance(scheme, token);
            signature.initSign(pair.getPrivate());
            signature.update(hash.getBytes(StandardCharsets.US_ASCII));
            return new Signed(idOf(pair.getPublic()), HexFormat.of().formatHex(signature.sign()));
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException(
                    "The ledger's signing key cannot be used: "
                            + (store.isThere() ? store.file() : folder.resolve(SIGNING)),
                    e);
        }
    }

    static boolean isGenuine(PublicKey key, String hash, String signature) {
        try {
            Signature check = Signature.getInstance(scheme(key));
            check.initVerify(key);
            check.update(hash.getBytes(StandardCharsets.US_ASCII));
            return check.verify(HexFormat.of().parseHex(signature));
        } catch (GeneralSecurityException | IllegalArgumentException noSignature) {
            return false;
        }
    }

    /** By id: the first 16 digits of the hash of the public key. */
    Map<String, PublicKey> known() {
        Map<String, PublicKey> known = new TreeMap<>();
        if (!Files.isDirectory(folder)) {
            return known;
        }
        try (var files = Files.newDirectoryStream(folder, "*.pub.pem")) {
            for (Path file : files) {
                PublicKey key = readFile(file);
                known.put(idOf(key), key);
            }
            return known;
        } catch (IOException e) {
            throw new IllegalStateException("The ledger's public keys cannot be read: " + folder, e);
        }
    }

    private static PublicKey readFile(Path file) throws IOException {
        try {
            return read(Files.readString(file));
        } catch (GeneralSecurityException | IllegalArgumentException | CharacterCodingException noKey) {
            throw new Refusal("The file " + file + " holds no public key of a kind that the desk signs with.");
        }
    }

    static PublicKey read(String pem) throws GeneralSecurityException {
        X509EncodedKeySpec encoded = new X509EncodedKeySpec(bytes(pem));
        for (String algorithm : ALGORITHMS) {
            try {
                return KeyFactory.getInstance(algorithm).generatePublic(encoded);
            } catch (GeneralSecurityException another) {
                // the next may know it
            }
        }
        throw new GeneralSecurityException("This is no public key of a known kind");
    }

    /** Of a file that holds several, one below the other. */
    static List<PublicKey> readAll(String pem) throws GeneralSecurityException {
        List<PublicKey> keys = new ArrayList<>();
        String begin = "-----BEGIN PUBLIC KEY-----";
        String end = "-----END PUBLIC KEY-----";
        for (int from = pem.indexOf(begin); from >= 0; from = pem.indexOf(begin, from + begin.length())) {
            int to = pem.indexOf(end, from);
            if (to < 0) {
                throw new GeneralSecurityException("The file ends in the middle of a key");
            }
            keys.add(read(pem.substring(from, to + end.length())));
        }
        return keys;
    }

    static String pem(PublicKey key) {
        return pem("PUBLIC KEY", key.getEncoded());
    }

    static String idOf(PublicKey key) {
        return Hash.of(key.getEncoded()).substring(0, 16);
    }

    private static String scheme(PublicKey key) {
        return switch (key.getAlgorithm()) {
            case "EC" -> "SHA256withECDSA";
            case "RSA" -> "SHA256withRSA";
            default -> "Ed25519";
        };
    }

    private void publish(PublicKey key) throws IOException {
        Path published = folder.resolve(idOf(key) + ".pub.pem");
        if (!Files.exists(published)) {
            // whole or not there: another node may be reading
            Path fresh = Files.createTempFile(Files.createDirectories(folder), "key", ".new");
            Files.writeString(fresh, pem(key));
            Files.setPosixFilePermissions(fresh, PosixFilePermissions.fromString("rw-r--r--"));
            Files.move(fresh, published, StandardCopyOption.ATOMIC_MOVE);
        }
    }

    private KeyPair fromStore() throws IOException, GeneralSecurityException {
        char[] password = store.password().toCharArray();
        KeyStore keys;
        if (store.type().equals(PKCS11)) {
            if (token == null) {
                token = Security.getProvider("SunPKCS11").configure(store.file());
            }
            keys = KeyStore.getInstance(PKCS11, token);
            keys.load(null, password);
        } else {
            keys = KeyStore.getInstance(store.type());
            try (InputStream file = Files.newInputStream(Path.of(store.file()))) {
                keys.load(file, password);
            }
        }
        if (!(keys.getKey(store.alias(), password) instanceof PrivateKey secret)
                || keys.getCertificate(store.alias()) == null) {
            throw new IOException("the key store holds no key with a certificate under the alias " + store.alias());
        }
        // decoded anew, so that its bytes are the same whichever provider keeps it
        return new KeyPair(
                read(pem(
                        "PUBLIC KEY",
                        keys.getCertificate(store.alias()).getPublicKey().getEncoded())),
                secret);
    }

    private KeyPair fromFile() throws IOException, GeneralSecurityException {
        Path file = folder.resolve(SIGNING);
        if (!Files.exists(file)) {
            KeyPair pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
            SecretFile.make(file, pem("PRIVATE KEY", pair.getPrivate().getEncoded()) + pem(pair.getPublic()));
        }
        String pem = Files.readString(file);
        KeyFactory keys = KeyFactory.getInstance("Ed25519");
        PrivateKey secret = keys.generatePrivate(new PKCS8EncodedKeySpec(bytes(part(pem, "PRIVATE KEY"))));
        return new KeyPair(read(part(pem, "PUBLIC KEY")), secret);
    }

    private static String pem(String kind, byte[] bytes) {
        return "-----BEGIN " + kind + "-----\n"
                + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(bytes) + "\n-----END " + kind + "-----\n";
    }

    private static String part(String pem, String kind) throws IOException {
        int begin = pem.indexOf("-----BEGIN " + kind + "-----");
        int end = pem.indexOf("-----END " + kind + "-----");
        if (begin < 0 || end < begin) {
            throw new IOException("the file holds no " + kind);
        }
        return pem.substring(begin, end);
    }

    private static byte[] bytes(String pem) {
        return Base64.getMimeDecoder().decode(pem.replaceAll("-----[A-Z ]+-----", ""));
    }
}
