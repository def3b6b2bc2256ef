package org.assent.deputation;

import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** An appointment as others may read it. Public: the page shows it. */
public record DeputationFacts(
        long id,
        String principal,
        String deputy,
        Set<String> processes,
        LocalDate from,
        LocalDate until,
        String orderNumber,
        boolean inForce,
        boolean ended,
        boolean revoked,
        @Nullable String revokedBy) {}
