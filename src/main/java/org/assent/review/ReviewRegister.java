package org.assent.review;

import java.util.List;
import java.util.Optional;

/** The reviews of each agreement's versions and the comments on them. Public: pages and later steps read it. */
public interface ReviewRegister {

    /** From the first to the latest. */
    List<ReviewFacts> reviews(String key);

    /** The review that is going on. */
    Optional<ReviewFacts> openReview(String key);

    /** Every comment there ever was, from the first to the latest. */
    List<CommentFacts> comments(String key);
}
