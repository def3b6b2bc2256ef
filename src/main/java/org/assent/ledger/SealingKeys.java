package org.assent.ledger;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;

/**
 * The key that signs, and those that ever signed, as PEM files outside the database: whoever rewrites the database can
 * neither sign nor add a key of their own. To rotate, put the signing key aside: the next seal is signed with a new one,
 * and the old public key stays.
 */
final class SealingKeys {

    private static final String SIGNING = "signing-key.pem";

    private final Path folder;
    private final boolean mayMake;

    /** @param mayMake whether a first key may be made here; production brings its own */
    SealingKeys(Path folder, boolean mayMake) {
        this.folder = folder;
        this.mayMake = mayMake;
    }

    record Signed(String keyId, String signature) {}

    Signed sign(String hash) {
        try {
            KeyPair pair = signing();
            Signature ed25519 = Signature.getInstance("Ed25519");
            ed25519.initSign(pair.getPrivate());
            ed25519.update(hash.getBytes(StandardCharsets.US_ASCII));
            return new Signed(idOf(pair.getPublic()), HexFormat.of().formatHex(ed25519.sign()));
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException("The ledger's signing key cannot be used: " + folder.resolve(SIGNING), e);
        }
    }

    static boolean isGenuine(PublicKey key, String hash, String signature) {
        try {
            Signature ed25519 = Signature.getInstance("Ed25519");
            ed25519.initVerify(key);
            ed25519.update(hash.getBytes(StandardCharsets.US_ASCII));
            return ed25519.verify(HexFormat.of().parseHex(signature));
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
        try (var files = Files.list(folder)) {
            for (Path file :
                    (Iterable<Path>) files.filter(name -> name.toString().endsWith(".pub.pem"))::iterator) {
                PublicKey key = KeyFactory.getInstance("Ed25519")
                        .generatePublic(new X509EncodedKeySpec(bytes(Files.readString(file))));
                known.put(idOf(key), key);
            }
            return known;
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalStateException("The ledger's public keys cannot be read: " + folder, e);
        }
    }

    private KeyPair signing() throws IOException, GeneralSecurityException {
        Path file = folder.resolve(SIGNING);
        if (!Files.exists(file)) {
            if (!mayMake) {
                throw new IOException("there is no key, and production does not make one");
            }
            make(file);
        }
        String pem = Files.readString(file);
        KeyFactory keys = KeyFactory.getInstance("Ed25519");
        PrivateKey secret = keys.generatePrivate(new PKCS8EncodedKeySpec(bytes(part(pem, "PRIVATE KEY"))));
        PublicKey open = keys.generatePublic(new X509EncodedKeySpec(bytes(part(pem, "PUBLIC KEY"))));
        Path published = folder.resolve(idOf(open) + ".pub.pem");
        if (!Files.exists(published)) {
            Files.writeString(published, pem("PUBLIC KEY", open.getEncoded()));
        }
        return new KeyPair(open, secret);
    }

    private void make(Path file) throws IOException, GeneralSecurityException {
        Files.createDirectories(folder);
        KeyPair pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(
                file,
                pem("PRIVATE KEY", pair.getPrivate().getEncoded())
                        + pem("PUBLIC KEY", pair.getPublic().getEncoded()));
    }

    private static String idOf(PublicKey key) {
        return Hash.of(key.getEncoded()).substring(0, 16);
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
