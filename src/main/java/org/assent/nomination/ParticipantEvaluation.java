package org.assent.nomination;

import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Version;
import java.util.stream.IntStream;
import org.assent.engine.Refusal;

/** What one participant thought of the project; nothing says who it was. */
@Entity
class ParticipantEvaluation {

    @Id
    @GeneratedValue
    private long id;

    @ManyToOne(fetch = FetchType.LAZY)
    private NominationCase nominationCase;

    private int content;
    private int speakers;
    private int organization;
    private int usefulness;
    private String comments;

    @Version
    private long version;

    @SuppressWarnings("NullAway.Init") // Hibernate fills the fields
    protected ParticipantEvaluation() {}

    ParticipantEvaluation(NominationCase nominationCase, Rating rating) {
        if (IntStream.of(rating.content(), rating.speakers(), rating.organization(), rating.usefulness())
                .anyMatch(mark -> mark < 1 || mark > 5)) {
            throw new Refusal("A rating is a number from 1 to 5.");
        }
        this.nominationCase = nominationCase;
        this.content = rating.content();
        this.speakers = rating.speakers();
        this.organization = rating.organization();
        this.usefulness = rating.usefulness();
        this.comments = rating.comments();
    }

    Rating rating() {
        return new Rating(content, speakers, organization, usefulness, comments);
    }
}
