package org.assent.screening;

import org.jspecify.annotations.Nullable;

/** One line of the form decideReferred; the other columns only show. */
record Referral(@Nullable String reference, @Nullable Decision decision, @Nullable String decisionReason) {

    /** What the programme officer may decide. */
    enum Decision {
        ELIGIBLE,
        INELIGIBLE
    }
}
