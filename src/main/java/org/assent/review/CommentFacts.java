package org.assent.review;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One comment of a reviewer with all that came of it. Public: pages show it beside the item.
 *
 * @param key of the agreement
 * @param version the version it was written on
 * @param carriedTo the latest version it stands on; the same as {@code version} until it is carried over
 * @param itemKey of the item; empty for the document as a whole
 * @param number of the item as it was printed then, {@code 1.2.1}; empty for the document as a whole
 * @param answers the office's, from the first to the latest
 * @param resolvedBy the reviewer who is satisfied; null while nobody is
 */
public record CommentFacts(
        long id,
        String key,
        int version,
        int carriedTo,
        String itemKey,
        String number,
        String text,
        String by,
        Instant at,
        List<AnswerFacts> answers,
        @Nullable String resolvedBy,
        @Nullable Instant resolvedAt) {

    public boolean answered() {
        return !answers.isEmpty();
    }

    public boolean resolved() {
        return resolvedBy != null;
    }

    /** Neither answered nor resolved: it holds up the office's next submission and the reviewer's recommendation. */
    public boolean open() {
        return !answered() && !resolved();
    }
}
