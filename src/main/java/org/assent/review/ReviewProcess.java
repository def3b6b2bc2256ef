package org.assent.review;

import java.time.Instant;
import java.util.List;
import org.assent.engine.ProcessVariable;
import org.camunda.bpm.engine.delegate.VariableScope;

/** Every name that review.bpmn and its forms share with Java. */
final class ReviewProcess {

    static final String KEY = "review";

    static final ProcessVariable<String> REVIEWERS = ProcessVariable.text("reviewers");
    static final ProcessVariable<String> SECOND_REVIEWERS = ProcessVariable.text("secondReviewers");
    static final ProcessVariable<Instant> REVIEW_DUE_AT = ProcessVariable.moment("reviewDueAt");
    /** What the reviewer's form says; gone with its submission. */
    static final ProcessVariable<Recommendation> OPINION = ProcessVariable.choice("opinion", Recommendation.class);

    static final ProcessVariable<Boolean> BUDGET_CONFIRMED = ProcessVariable.flag("budgetConfirmed");
    static final ProcessVariable<String> REVIEW_REMARK = ProcessVariable.text("reviewRemark");
    static final ProcessVariable<List<ChecklistRow>> CHECKLIST = ProcessVariable.rows("checklist", ChecklistRow.class);
    /** Kept with the case: what it tells the agreement. */
    static final ProcessVariable<Recommendation> RECOMMENDATION =
            ProcessVariable.choice("recommendation", Recommendation.class);

    private ReviewProcess() {}

    static OpinionForm opinion(VariableScope scope) {
        return new OpinionForm(
                OPINION.in(scope),
                BUDGET_CONFIRMED.find(scope).orElse(false),
                REVIEW_REMARK.find(scope).orElse(""),
                CHECKLIST.find(scope).orElse(List.of()));
    }
}
