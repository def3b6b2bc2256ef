package org.assent.drafting;

import java.time.Instant;
import java.util.List;
import org.assent.scheme.FiscalYear;
import org.assent.scheme.OfficeLevel;
import org.jspecify.annotations.Nullable;

/**
 * A submitted version of an agreement's document. Public: review, signing, monitoring, evaluation and the printed
 * document read it.
 *
 * @param key of the agreement, {@code industries/2023-24}
 * @param number 1 for the first submission
 * @param revision whether it changes a signed agreement; then {@code reason} says why
 * @param submittedBy whose draft it is: who declared it ready
 * @param approvedBy the head of office
 * @param submittedAt when the head approved it
 * @param stateBy who moved it to its present state, and when
 * @param sha256 of its canonical text with the scheme, in hexadecimal
 * @param indicators the scheme's own included, in the order of the document
 */
public record VersionFacts(
        String key,
        int number,
        VersionState state,
        boolean revision,
        String reason,
        String schemeCode,
        int schemeVersion,
        FiscalYear fiscalYear,
        OfficeLevel level,
        String submittedBy,
        String approvedBy,
        Instant submittedAt,
        @Nullable String stateBy,
        @Nullable Instant stateAt,
        String sha256,
        Content content,
        List<IndicatorFacts> indicators) {}
