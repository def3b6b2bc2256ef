package org.assent.monitoring;

import org.jspecify.annotations.Nullable;

/** A line of the quarterly report as it was typed; what the indicator is called stands in the agreement. */
record FigureRow(String reference, @Nullable String figure, @Nullable String evidence) {

    String typed() {
        return figure == null ? "" : figure.strip();
    }

    String proof() {
        return evidence == null ? "" : evidence.strip();
    }

    boolean isEmpty() {
        return typed().isEmpty() && proof().isEmpty();
    }
}
