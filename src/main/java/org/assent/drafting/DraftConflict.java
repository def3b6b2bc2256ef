package org.assent.drafting;

import java.util.List;

/**
 * Somebody else saved meanwhile, so nothing was written; the later writer merges and saves again on the revision told
 * here. Public: the editor shows the changes.
 */
public final class DraftConflict extends RuntimeException {

    private final List<Change> changes;
    private final int revision;
    private final transient Content content;

    DraftConflict(List<Change> changes, int revision, Content content) {
        super("Somebody else has saved this draft since you opened it.");
        this.changes = List.copyOf(changes);
        this.revision = revision;
        this.content = content;
    }

    public List<Change> changes() {
        return changes;
    }

    /** The revision to save on. */
    public int revision() {
        return revision;
    }

    /** The draft as it stands now. */
    public Content content() {
        return content;
    }
}
