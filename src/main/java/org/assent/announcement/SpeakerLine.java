package org.assent.announcement;

import org.jspecify.annotations.Nullable;

/** A speaker as the programme's form has it. */
record SpeakerLine(
        @Nullable String name,
        @Nullable String position,
        @Nullable String organization,
        @Nullable String economy,
        @Nullable SpeakerOrigin origin,
        @Nullable String email,
        @Nullable String bio) {}
