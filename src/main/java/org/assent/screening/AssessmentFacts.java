package org.assent.screening;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What screening says of a candidate, with its reasons in words. Public: pages show it.
 *
 * @param reason why eligible, not eligible or referred
 * @param criteria what the points are made of, one sentence each
 * @param decidedBy who decided what the table could not
 * @param decisionReason that officer's reason; empty where the table decided
 */
public record AssessmentFacts(
        String reference,
        String economy,
        Place place,
        AssessmentState state,
        String reason,
        int points,
        List<String> criteria,
        @Nullable String decidedBy,
        String decisionReason,
        @Nullable Integer alternateRank,
        int round) {}
