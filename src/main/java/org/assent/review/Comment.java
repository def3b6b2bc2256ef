package org.assent.review;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.assent.engine.Refusal;
import org.hibernate.annotations.BatchSize;
import org.jspecify.annotations.Nullable;

/** One comment of a reviewer on one item, carried from version to version until the reviewer is satisfied. */
@Entity
@Table(name = "review_comment")
class Comment {

    private static final int LONGEST = 4000;

    @Id
    @GeneratedValue
    private long id;

    private String agreementKey;
    private int documentVersion;
    private int carriedTo;
    private String itemKey;
    private String itemNumber;

    @Column(name = "comment_text")
    private String text;

    private String writtenBy;
    private Instant writtenAt;
    private @Nullable String resolvedBy;
    private @Nullable Instant resolvedAt;

    @ElementCollection
    @CollectionTable(name = "review_comment_answer")
    @BatchSize(size = 100)
    @OrderColumn(name = "line")
    private List<Answer> answers = new ArrayList<>();

    @Version
    private long version;

    @SuppressWarnings("NullAway.Init") // Hibernate fills the fields
    protected Comment() {}

    Comment(String agreementKey, int documentVersion, Item item, String text, String by, Instant at) {
        this.agreementKey = agreementKey;
        this.documentVersion = documentVersion;
        this.carriedTo = documentVersion;
        this.itemKey = item.key();
        this.itemNumber = item.number();
        this.text = readable(text, "comment");
        this.writtenBy = by;
        this.writtenAt = at;
    }

    /** An answer is not replaced by a later one: both stay. */
    void answer(String reply, String by, Instant at) {
        refuseOnceResolved();
        answers.add(new Answer(readable(reply, "answer"), by, at));
    }

    void resolve(String by, Instant at) {
        refuseOnceResolved();
        resolvedBy = by;
        resolvedAt = at;
    }

    /** The comment stands on the next version too, unless the reviewer was satisfied. */
    void carryTo(int next) {
        if (resolvedBy == null) {
            carriedTo = next;
        }
    }

    private void refuseOnceResolved() {
        if (resolvedBy != null) {
            throw new Refusal("This comment has already been resolved.");
        }
    }

    private static String readable(String typed, String what) {
        String text = typed.strip();
        if (text.isEmpty()) {
            throw new Refusal("Please write the " + what + " first.");
        }
        if (text.length() > LONGEST) {
            throw new Refusal("A " + what + " has room for 4,000 characters; this one is longer.");
        }
        return text;
    }

    String agreementKey() {
        return agreementKey;
    }

    CommentFacts facts() {
        return new CommentFacts(
                id,
                agreementKey,
                documentVersion,
                carriedTo,
                itemKey,
                itemNumber,
                text,
                writtenBy,
                writtenAt,
                answers.stream().map(Answer::facts).toList(),
                resolvedBy,
                resolvedAt);
    }
}
