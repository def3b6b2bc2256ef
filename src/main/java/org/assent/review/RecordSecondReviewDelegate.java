package org.assent.review;

import static org.assent.review.ReviewProcess.RECOMMENDATION;

import org.assent.engine.Actor;
import org.assent.engine.BusinessKey;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Keeps the second opinion, which decides. */
@Component
class RecordSecondReviewDelegate implements JavaDelegate {

    private final ReviewService reviews;

    RecordSecondReviewDelegate(ReviewService reviews) {
        this.reviews = reviews;
    }

    @Override
    public void execute(DelegateExecution execution) {
        RECOMMENDATION.set(
                execution,
                reviews.decide(BusinessKey.of(execution), ReviewProcess.opinion(execution), Actor.of(execution)));
    }
}
