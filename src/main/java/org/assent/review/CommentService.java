package org.assent.review;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.assent.drafting.DocumentRegister;
import org.assent.drafting.VersionFacts;
import org.assent.drafting.VersionState;
import org.assent.engine.Refusal;
import org.assent.organisation.OrganisationRegister;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Keeps comments and answers. */
@Service
@Transactional
class CommentService implements CommentDesk {

    private final Comments comments;
    private final Reviews reviews;
    private final DocumentRegister documents;
    private final OrganisationRegister organisations;
    private final Impartiality impartiality;
    private final Clock clock;

    CommentService(
            Comments comments,
            Reviews reviews,
            DocumentRegister documents,
            OrganisationRegister organisations,
            Impartiality impartiality,
            Clock clock) {
        this.comments = comments;
        this.reviews = reviews;
        this.documents = documents;
        this.organisations = organisations;
        this.impartiality = impartiality;
        this.clock = clock;
    }

    @Override
    public CommentFacts comment(String key, String itemKey, String text, String user) {
        VersionFacts version = underReview(key);
        impartiality.demand(version, user);
        return comments.save(new Comment(key, version.number(), Item.of(version, itemKey), text, user, now()))
                .facts();
    }

    @Override
    public CommentFacts answer(long comment, String text, String user) {
        Comment answered = comment(comment);
        String key = answered.agreementKey();
        if (!organisations.isOfTeam(user, key.split("/", 2)[0])) {
            throw new Refusal("Only the team of the office that drafted the document can answer its comments.");
        }
        VersionState state = documents.latest(key).map(VersionFacts::state).orElse(VersionState.SUBMITTED);
        if (state != VersionState.RETURNED && state != VersionState.REFUSED) {
            throw new Refusal("A comment can be answered once the document has been returned to you.");
        }
        answered.answer(text, user, now());
        return answered.facts();
    }

    @Override
    public CommentFacts resolve(long comment, String user) {
        Comment resolved = comment(comment);
        impartiality.demand(underReview(resolved.agreementKey()), user);
        resolved.resolve(user, now());
        return resolved.facts();
    }

    @Override
    @Transactional(readOnly = true)
    public List<CommentFacts> comments(String key) {
        return comments.findByAgreementKeyOrderById(key).stream()
                .map(Comment::facts)
                .toList();
    }

    private VersionFacts underReview(String key) {
        Review review = reviews.findFirstByAgreementKeyOrderByIdDesc(key)
                .filter(Review::isOpen)
                .orElseThrow(() -> new Refusal("This document is not under review, so it cannot be commented on."));
        return documents.version(key, review.documentVersion());
    }

    private Comment comment(long id) {
        return comments.findById(id).orElseThrow(() -> new Refusal("There is no such comment."));
    }

    private Instant now() {
        return clock.instant();
    }
}
