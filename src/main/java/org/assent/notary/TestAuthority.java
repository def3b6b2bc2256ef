package org.assent.notary;

import java.io.IOException;
import java.io.OutputStream;
import java.math.BigInteger;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.LinkedHashSet;
import java.util.Set;
import javax.security.auth.x500.X500Principal;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.CRLNumber;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.CertIOException;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509ExtensionUtils;
import org.bouncycastle.cert.jcajce.JcaX509v2CRLBuilder;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.ContentSigner;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/**
 * A demonstration's own authority, made at the first start with the one signer it certifies; its key is not kept, so it
 * certifies nobody else. Readers of the documents are told by its certificate, authority.pem, whom to trust, and by
 * authority.crl that nothing was revoked.
 */
final class TestAuthority {

    private static final X500Principal AUTHORITY =
            new X500Principal("CN=Assent test authority, O=Assent demonstration");
    private static final X500Principal SIGNER =
            new X500Principal("CN=Assent demonstration desk, O=Assent demonstration");
    private static final String ALIAS = "desk";
    private static final Duration LIFE = Duration.ofDays(5 * 365);

    private final Path folder;
    private final SecureRandom chance = new SecureRandom();

    TestAuthority(Path folder) {
        this.folder = folder;
    }

    static boolean issued(X509Certificate certificate) {
        return certificate.getIssuerX500Principal().equals(AUTHORITY);
    }

    /** Those of the first start; new ones when their time is over, beside which the old remain known. */
    SigningKeys keys(Instant now) {
        try {
            if (!Files.exists(store())) {
                make(now, Set.of());
            }
            SigningKeys keys = read();
            if (keys.areValidAt(now)) {
                return keys;
            }
            make(now, keys.known());
            return read();
        } catch (IOException | GeneralSecurityException | OperatorCreationException e) {
            throw new IllegalStateException("The demonstration's signing key cannot be made: " + folder, e);
        }
    }

    private SigningKeys read() throws IOException {
        return SigningKeyStore.read(store(), Files.readString(password()).toCharArray(), ALIAS);
    }

    private Path store() {
        return folder.resolve("signing.p12");
    }

    private Path password() {
        return folder.resolve("signing.password");
    }

    private void make(Instant now, Set<X509Certificate> former)
            throws IOException, GeneralSecurityException, OperatorCreationException {
        Instant from = now.minus(Duration.ofHours(1));
        KeyPair above = pair();
        X509Certificate authority = certificate(AUTHORITY, above.getPublic(), above, from, true);
        KeyPair own = pair();
        X509Certificate signer = certificate(SIGNER, own.getPublic(), above, from, false);
        Files.createDirectories(folder);
        byte[] drawn = new byte[24];
        chance.nextBytes(drawn);
        String password = Base64.getUrlEncoder().withoutPadding().encodeToString(drawn);
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        store.setKeyEntry(ALIAS, own.getPrivate(), password.toCharArray(), new Certificate[] {signer, authority});
        int count = 0;
        for (X509Certificate one : new LinkedHashSet<>(former)) {
            store.setCertificateEntry("former-" + ++count, one);
        }
        Files.deleteIfExists(password());
        Files.writeString(ownersOnly(password()), password);
        Path draft = folder.resolve("signing.p12.part");
        Files.deleteIfExists(draft);
        try (OutputStream bytes = Files.newOutputStream(ownersOnly(draft))) {
            store.store(bytes, password.toCharArray());
        }
        Files.writeString(folder.resolve("authority.pem"), pem(authority));
        Files.write(folder.resolve("authority.crl"), revocations(authority, above, from));
        // the store last: where it stands, all stands
        Files.move(draft, store(), StandardCopyOption.REPLACE_EXISTING);
    }

    private static KeyPair pair() throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec("secp256r1"));
        return generator.generateKeyPair();
    }

    private X509Certificate certificate(
            X500Principal subject, PublicKey key, KeyPair authority, Instant from, boolean isAuthority)
            throws GeneralSecurityException, OperatorCreationException, CertIOException {
        JcaX509ExtensionUtils marks = new JcaX509ExtensionUtils();
        var builder = new JcaX509v3CertificateBuilder(
                        AUTHORITY,
                        new BigInteger(127, chance).setBit(126),
                        Date.from(from),
                        Date.from(from.plus(isAuthority ? LIFE.multipliedBy(2) : LIFE)),
                        subject,
                        key)
                .addExtension(Extension.subjectKeyIdentifier, false, marks.createSubjectKeyIdentifier(key))
                .addExtension(
                        Extension.authorityKeyIdentifier,
                        false,
                        marks.createAuthorityKeyIdentifier(authority.getPublic()))
                .addExtension(
                        Extension.basicConstraints,
                        true,
                        isAuthority ? new BasicConstraints(0) : new BasicConstraints(false))
                .addExtension(
                        Extension.keyUsage,
                        true,
                        new KeyUsage(isAuthority ? KeyUsage.keyCertSign | KeyUsage.cRLSign : KeyUsage.nonRepudiation));
        return new JcaX509CertificateConverter().getCertificate(builder.build(signing(authority)));
    }

    /** The list of what it has revoked, and ever will: nothing. */
    private static byte[] revocations(X509Certificate authority, KeyPair key, Instant from)
            throws GeneralSecurityException, OperatorCreationException, IOException {
        return new JcaX509v2CRLBuilder(authority, Date.from(from))
                .setNextUpdate(authority.getNotAfter())
                .addExtension(
                        Extension.authorityKeyIdentifier,
                        false,
                        new JcaX509ExtensionUtils().createAuthorityKeyIdentifier(key.getPublic()))
                .addExtension(Extension.cRLNumber, false, new CRLNumber(BigInteger.ONE))
                .build(signing(key))
                .getEncoded();
    }

    private static ContentSigner signing(KeyPair authority) throws OperatorCreationException {
        return new JcaContentSignerBuilder("SHA256withECDSA").build(authority.getPrivate());
    }

    private static Path ownersOnly(Path file) throws IOException {
        return FileSystems.getDefault().supportedFileAttributeViews().contains("posix")
                ? Files.createFile(file, ownersOnly())
                : Files.createFile(file);
    }

    private static FileAttribute<?> ownersOnly() {
        return PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
    }

    private static String pem(X509Certificate certificate) throws GeneralSecurityException {
        return "-----BEGIN CERTIFICATE-----\n"
                + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(certificate.getEncoded())
                + "\n-----END CERTIFICATE-----\n";
    }
}
