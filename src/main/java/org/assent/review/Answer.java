package org.assent.review;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.Instant;

/** One answer of the office to a comment. */
@Embeddable
record Answer(
        @Column(name = "answer_text") String text,
        @Column(name = "answered_by") String by,
        @Column(name = "answered_at") Instant at) {

    AnswerFacts facts() {
        return new AnswerFacts(text, by, at);
    }
}
