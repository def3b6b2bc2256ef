package org.assent.review;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import org.assent.review.ReviewFacts.AnsweredQuestion;
import org.jspecify.annotations.Nullable;

/** One question of the checklist as one reviewer answered it. */
@Embeddable
record Question(String item, String question, @Nullable @Enumerated(EnumType.STRING) Verdict verdict, String note) {

    AnsweredQuestion facts() {
        return new AnsweredQuestion(item, question, verdict, note);
    }
}
