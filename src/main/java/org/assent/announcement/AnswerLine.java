package org.assent.announcement;

import org.jspecify.annotations.Nullable;

/** What an NPO answers for one participant. */
record AnswerLine(
        @Nullable String reference,
        @Nullable String participant,
        @Nullable Answer answer,
        @Nullable String withdrawalReason) {}
