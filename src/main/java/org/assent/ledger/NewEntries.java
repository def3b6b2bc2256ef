package org.assent.ledger;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Walks along what came to one chain since its last seal, up to the head that is about to be sealed. */
final class NewEntries {

    private final long head;
    private final String headHash;
    private final List<String> secrets;
    private @Nullable String before;
    private long position;
    private boolean broken;

    /** @param secrets that may have marked an entry: without any of them nothing is the desk's own */
    NewEntries(long head, String headHash, List<String> secrets) {
        this.head = head;
        this.headHash = headHash;
        this.secrets = secrets;
    }

    /** In the order of their positions; what lies beyond the head waits for the next seal. */
    void next(long at, String content, String previous, String hash, String mark) {
        if (at > head) {
            return;
        }
        boolean follows =
                before == null ? at != 1 || previous.equals(Hash.NONE) : at == position + 1 && previous.equals(before);
        // of a case that was cleaned up the content is gone, and the mark of its hash still tells
        boolean itself = content.isEmpty() || Hash.link(previous, content).equals(hash);
        broken |= !follows || !itself || !EntryMarks.isGenuine(secrets, hash, mark);
        before = hash;
        position = at;
    }

    boolean areOurs() {
        return !broken && position == head && headHash.equals(before);
    }
}
