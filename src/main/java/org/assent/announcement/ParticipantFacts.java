package org.assent.announcement;

import org.jspecify.annotations.Nullable;

/**
 * Somebody who was offered a place, as announced. Public: later capabilities read it.
 *
 * @param reference the nomination's reference, {@code LK-1}
 * @param economy ISO2 of the economy that nominated
 * @param local whether the place is one of the host's
 * @param replacedBy the reference of the one who got the place instead
 */
public record ParticipantFacts(
        String reference,
        String economy,
        boolean local,
        String familyName,
        String givenName,
        String displayName,
        @Nullable String email,
        @Nullable String position,
        @Nullable String organization,
        ParticipationState state,
        @Nullable String withdrawalReason,
        @Nullable String replacedBy) {}
