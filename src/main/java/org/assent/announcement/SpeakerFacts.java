package org.assent.announcement;

import org.jspecify.annotations.Nullable;

/** A speaker of the programme. Public: the assignment of resource persons reads it. */
public record SpeakerFacts(
        String name,
        @Nullable String position,
        @Nullable String organization,
        @Nullable String economy,
        SpeakerOrigin origin,
        @Nullable String email) {}
