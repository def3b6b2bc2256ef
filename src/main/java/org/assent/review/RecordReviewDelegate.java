package org.assent.review;

import static org.assent.review.ReviewProcess.RECOMMENDATION;
import static org.assent.review.ReviewProcess.REVIEWERS;
import static org.assent.review.ReviewProcess.SECOND_REVIEWERS;

import org.assent.engine.Actor;
import org.assent.engine.BusinessKey;
import org.assent.engine.Members;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Keeps the first opinion and finds who may give the second. */
@Component
class RecordReviewDelegate implements JavaDelegate {

    private final ReviewService reviews;

    RecordReviewDelegate(ReviewService reviews) {
        this.reviews = reviews;
    }

    @Override
    public void execute(DelegateExecution execution) {
        ReviewService.Given given = reviews.give(
                BusinessKey.of(execution),
                ReviewProcess.opinion(execution),
                Actor.of(execution),
                Members.of(execution, REVIEWERS.in(execution)));
        RECOMMENDATION.set(execution, given.recommendation());
        SECOND_REVIEWERS.set(execution, given.secondReviewers());
    }
}
