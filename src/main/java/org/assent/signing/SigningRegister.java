package org.assent.signing;

import java.util.List;
import java.util.Optional;
import org.assent.notary.Attestation;

/** Who signed which version, and the document as it is printed. Public: pages read and print it. */
public interface SigningRegister {

    /** Every act on every version, in order. */
    List<SignatureFacts> signatures(String key);

    /**
     * The document of one version as PDF: once both have signed, as it was issued and signed by the desk; before, as it
     * stands, where equal states give equal bytes. Refused where another document has taken the place of the one issued.
     */
    byte[] pdf(String key, int version);

    /** What the issued document says of who signed it; empty until it is issued. */
    Optional<Attestation> attestation(String key, int version);
}
