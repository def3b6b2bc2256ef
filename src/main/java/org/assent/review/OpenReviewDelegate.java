package org.assent.review;

import static org.assent.review.ReviewProcess.REVIEW_DUE_AT;

import org.assent.engine.BusinessKey;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Opens the review of the version that was submitted last. */
@Component
class OpenReviewDelegate implements JavaDelegate {

    private final ReviewService reviews;

    OpenReviewDelegate(ReviewService reviews) {
        this.reviews = reviews;
    }

    @Override
    public void execute(DelegateExecution execution) {
        REVIEW_DUE_AT.set(execution, reviews.open(BusinessKey.of(execution), REVIEW_DUE_AT.in(execution)));
    }
}
