package org.assent.review;

import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The register over our tables. */
@Component
@Transactional(readOnly = true)
class StoredReviews implements ReviewRegister {

    private final Reviews reviews;
    private final Comments comments;

    StoredReviews(Reviews reviews, Comments comments) {
        this.reviews = reviews;
        this.comments = comments;
    }

    @Override
    public List<ReviewFacts> reviews(String key) {
        return reviews.findByAgreementKeyOrderById(key).stream()
                .map(Review::facts)
                .toList();
    }

    @Override
    public Optional<ReviewFacts> openReview(String key) {
        return reviews.findFirstByAgreementKeyOrderByIdDesc(key)
                .filter(Review::isOpen)
                .map(Review::facts);
    }

    @Override
    public List<CommentFacts> comments(String key) {
        return comments.findByAgreementKeyOrderById(key).stream()
                .map(Comment::facts)
                .toList();
    }
}
