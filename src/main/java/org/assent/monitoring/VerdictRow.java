package org.assent.monitoring;

import org.jspecify.annotations.Nullable;

/** A line of the half-year evaluation as it was chosen. */
record VerdictRow(String reference, @Nullable Verdict verdict, @Nullable String verdictRemark) {

    String remark() {
        return verdictRemark == null ? "" : verdictRemark.strip();
    }
}
