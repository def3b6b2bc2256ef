package org.assent.drafting;

import java.util.List;
import java.util.Optional;

/**
 * The submitted versions of every agreement's document, by the agreement's key. Public: whatever comes after drafting
 * reads it.
 */
public interface DocumentRegister {

    /** Refuses in words when there is no such version. */
    VersionFacts version(String key, int number);

    /** From the first to the latest. */
    List<VersionFacts> versions(String key);

    Optional<VersionFacts> latest(String key);

    /** The signed version that counts today. */
    Optional<VersionFacts> inForce(String key);

    /** What version {@code to} says otherwise than version {@code from}, in the order of the document. */
    List<Difference> differences(String key, int from, int to);

    /** The sha256 of a version's content, worked out anew at this moment: signatures are put under it. */
    String fingerprint(String key, int number);
}
