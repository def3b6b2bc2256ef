package org.assent.evaluation;

import org.jspecify.annotations.Nullable;

/** A line of the evaluator's form as it was typed. */
record EvaluatedRow(
        String reference,
        @Nullable String evaluatedFigure,
        @Nullable Evidence evidenceAccepted,
        @Nullable String differenceReason) {

    /** What the evaluator says of the evidence. */
    enum Evidence {
        YES,
        NO
    }

    String typed() {
        return evaluatedFigure == null ? "" : evaluatedFigure.strip();
    }

    String reason() {
        return differenceReason == null ? "" : differenceReason.strip();
    }
}
