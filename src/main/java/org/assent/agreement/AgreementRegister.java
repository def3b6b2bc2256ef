package org.assent.agreement;

import java.util.List;
import java.util.Optional;
import org.assent.scheme.FiscalYear;

/** The agreements that have been opened. Public: the parts of their cases and the pages read it. */
public interface AgreementRegister {

    /** The agreement with this key; refuses in words when there is none. */
    AgreementFacts agreement(String key);

    Optional<AgreementFacts> find(String key);

    /** Of one year, by organisation. */
    List<AgreementFacts> of(FiscalYear year);

    /** By key. */
    List<AgreementFacts> all();

    /** Every revision that was asked for, in order. */
    List<RevisionFacts> revisions(String key);
}
