package org.assent.evaluation;

import org.jspecify.annotations.Nullable;

/** A line of the annual report as it was typed. */
record AnnualRow(String reference, @Nullable String fourthQuarter, @Nullable String evidence) {

    String typed() {
        return fourthQuarter == null ? "" : fourthQuarter.strip();
    }

    String proof() {
        return evidence == null ? "" : evidence.strip();
    }
}
