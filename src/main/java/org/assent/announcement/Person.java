package org.assent.announcement;

import jakarta.persistence.Embeddable;
import org.jspecify.annotations.Nullable;

/** Who takes part, as announced: a later change of the nomination does not change it. */
@Embeddable
record Person(
        String familyName,
        String givenName,
        String displayName,
        @Nullable String email,
        @Nullable String position,
        @Nullable String organization) {}
