package org.assent.review;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One review of one version. Public: pages show it.
 *
 * @param overdueAt when it was recorded that nobody had given the review by its date; null if it came in time
 * @param outcome null while the review goes on
 * @param opinions the first reviewer's, and the second one's where the first was in doubt
 */
public record ReviewFacts(
        String key,
        int version,
        Instant openedAt,
        Instant dueAt,
        @Nullable Instant overdueAt,
        @Nullable Recommendation outcome,
        List<OpinionFacts> opinions) {

    /**
     * One reviewer's opinion.
     *
     * @param budgetConfirmed whether the reviewer confirmed that the activities are funded
     */
    public record OpinionFacts(
            String by,
            Instant at,
            Recommendation recommendation,
            boolean budgetConfirmed,
            String remark,
            List<AnsweredQuestion> checklist) {}

    /** One question about the document's quality; the verdict is null where the reviewer left it open. */
    public record AnsweredQuestion(String item, String question, @Nullable Verdict verdict, String note) {}
}
