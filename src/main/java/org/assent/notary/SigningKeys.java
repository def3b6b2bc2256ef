package org.assent.notary;

import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import javax.naming.InvalidNameException;
import javax.naming.ldap.LdapName;

/**
 * The key that signs, and by which certificates the desk knows its own signatures.
 *
 * @param chain the signer's certificate first
 * @param known every certificate that ever signed here: a key that is replaced leaves its own
 */
record SigningKeys(PrivateKey key, List<X509Certificate> chain, Set<X509Certificate> known) {

    X509Certificate signer() {
        return chain.get(0);
    }

    boolean areValidAt(Instant moment) {
        return !moment.isBefore(signer().getNotBefore().toInstant())
                && !moment.isAfter(signer().getNotAfter().toInstant());
    }

    /** What stands as common name; the whole name where there is none. */
    static String nameOf(X509Certificate certificate) {
        String whole = certificate.getSubjectX500Principal().getName();
        try {
            return new LdapName(whole)
                    .getRdns().stream()
                            .filter(part -> part.getType().equalsIgnoreCase("CN"))
                            .map(part -> String.valueOf(part.getValue()))
                            .findFirst()
                            .orElse(whole);
        } catch (InvalidNameException unusual) {
            return whole;
        }
    }
}
