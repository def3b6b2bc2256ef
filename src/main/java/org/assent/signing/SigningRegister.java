package org.assent.signing;

import java.util.List;

/** Who signed which version, and the document as it is printed. Public: pages read and print it. */
public interface SigningRegister {

    /** Every act on every version, in order. */
    List<SignatureFacts> signatures(String key);

    /** The document of one version as PDF, with the signatures it bears so far; equal states give equal bytes. */
    byte[] pdf(String key, int version);
}
