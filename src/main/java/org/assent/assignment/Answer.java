package org.assent.assignment;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** One line of a form that decides on assignments; each form fills the fields it has. */
record Answer(
        String reference,
        @Nullable String decision,
        @Nullable String answer,
        @Nullable String delivered,
        @Nullable String reason,
        @Nullable BigDecimal paid,
        @Nullable String paymentReference,
        boolean settled) {}
