package org.assent.nomination;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What one economy has answered. Public: screening and the pages read it.
 *
 * @param submitted candidates that stand, incomplete ones included
 * @param drafts candidates that the NPO is still preparing
 * @param closingAt the project's closing, or the end of the economy's own window
 * @param windowReason why the nomination was opened again; empty if it never was
 * @param endorsedBy name and title of who endorsed; empty before
 * @param note what the closing left behind; empty before
 */
public record NominationCaseFacts(
        String projectCode,
        String economy,
        CaseState state,
        int submitted,
        int incomplete,
        int drafts,
        int withdrawn,
        Instant closingAt,
        boolean replacementWindow,
        String windowReason,
        boolean returnedOnce,
        String endorsedBy,
        @Nullable Instant submittedAt,
        @Nullable Instant closedAt,
        String note) {}
