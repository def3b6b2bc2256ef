package org.assent.project;

import java.util.List;
import org.assent.engine.ProcessVariable;

/** A draft as an imported document has it, with the fields that could not be read, in official words. */
record ImportedDraft(Terms terms, List<String> unread) {

    /**
     * What an import hands to the first step of the case; never more than one, gone with the transaction. No model or
     * form names it, so it stands beside the contract.
     */
    static final ProcessVariable<List<ImportedDraft>> HANDED_OVER =
            ProcessVariable.rows("imported", ImportedDraft.class);
}
