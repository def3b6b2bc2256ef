package org.assent.review;

import org.assent.engine.BusinessKey;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Refuses a document whose office has not answered every comment; offered to the drafting. */
@Component
class CheckAnswersDelegate implements JavaDelegate {

    private final ReviewService reviews;

    CheckAnswersDelegate(ReviewService reviews) {
        this.reviews = reviews;
    }

    @Override
    public void execute(DelegateExecution execution) {
        reviews.demandAnswers(BusinessKey.of(execution));
    }
}
