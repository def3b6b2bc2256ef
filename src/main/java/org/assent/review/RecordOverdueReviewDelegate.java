package org.assent.review;

import org.assent.engine.BusinessKey;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Keeps that nobody gave the review by its date. */
@Component
class RecordOverdueReviewDelegate implements JavaDelegate {

    private final ReviewService reviews;

    RecordOverdueReviewDelegate(ReviewService reviews) {
        this.reviews = reviews;
    }

    @Override
    public void execute(DelegateExecution execution) {
        reviews.overdue(BusinessKey.of(execution));
    }
}
