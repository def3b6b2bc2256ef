package org.assent.review;

import jakarta.persistence.CascadeType;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.assent.engine.Refusal;
import org.jspecify.annotations.Nullable;

/** The review of one version: one opinion, or two where the first reviewer was in doubt. */
@Entity
@Table(name = "review")
class Review {

    @Id
    @GeneratedValue
    private long id;

    private String agreementKey;
    private int documentVersion;
    private boolean revision;
    private Instant openedAt;
    private Instant dueAt;
    private @Nullable Instant overdueAt;
    private @Nullable @Enumerated(EnumType.STRING) Recommendation outcome;

    @OneToMany(mappedBy = "review", cascade = CascadeType.ALL)
    @OrderBy("id")
    private List<Opinion> opinions = new ArrayList<>();

    @Version
    private long version;

    @SuppressWarnings("NullAway.Init") // Hibernate fills the fields
    protected Review() {}

    Review(String agreementKey, int documentVersion, boolean revision, Instant openedAt, Instant dueAt) {
        this.agreementKey = agreementKey;
        this.documentVersion = documentVersion;
        this.revision = revision;
        this.openedAt = openedAt;
        this.dueAt = dueAt;
    }

    /** The first opinion, or after a first one in doubt the second, which decides. */
    void give(OpinionForm form, List<Question> checklist, List<CommentFacts> comments, String by, Instant at) {
        refuseOnceGiven();
        if (isDisputed() && opinions.get(0).reviewer().equals(by)) {
            throw new Refusal("You gave the first opinion, so somebody else has to give the second.");
        }
        switch (form.recommendation()) {
            case RECOMMEND -> refuseUnlessInOrder(form, checklist, comments);
            case RETURN -> refuseWithoutGround(form, comments);
            case DISPUTE -> refuseUnlessInDoubt(form);
            case REFUSE -> refuseUnlessRevision(form);
        }
        opinions.add(new Opinion(this, form, checklist, by, at));
        outcome = form.recommendation() == Recommendation.DISPUTE ? null : form.recommendation();
    }

    private static void refuseUnlessInOrder(OpinionForm form, List<Question> checklist, List<CommentFacts> comments) {
        long unanswered = checklist.stream()
                .filter(question -> question.verdict() == null)
                .count();
        if (unanswered > 0) {
            throw new Refusal("Please answer every question of the checklist before you recommend the document; "
                    + unanswered + " of " + checklist.size() + " are still open.");
        }
        if (checklist.stream()
                .anyMatch(question ->
                        question.verdict() == Verdict.NO && question.note().isBlank())) {
            throw new Refusal("A question of the checklist is answered with no. Please say in its note why the document"
                    + " can be recommended all the same, or return it.");
        }
        if (!form.budgetConfirmed()) {
            throw new Refusal("The document cannot be recommended while its budget is not confirmed.");
        }
        if (comments.stream().anyMatch(CommentFacts::open)) {
            throw new Refusal("The document cannot be recommended while a comment is neither answered nor resolved."
                    + " Please resolve it in the tab Agreement, or return the document.");
        }
    }

    /** Whoever gets a document back must be told what is wrong with it. */
    private static void refuseWithoutGround(OpinionForm form, List<CommentFacts> comments) {
        if (form.remark().isBlank() && comments.stream().allMatch(CommentFacts::resolved)) {
            throw new Refusal(
                    "Please say what should be changed: in a comment in the tab Agreement, or in the remark.");
        }
    }

    private void refuseUnlessInDoubt(OpinionForm form) {
        if (isDisputed()) {
            throw new Refusal(
                    "The first reviewer has asked for your decision: please recommend the document or return" + " it.");
        }
        if (form.remark().isBlank()) {
            throw new Refusal("Please say in the remark what the second reviewer should decide on.");
        }
    }

    private void refuseUnlessRevision(OpinionForm form) {
        if (!revision) {
            throw new Refusal("Only a revision can be refused. Please return the document with your comments.");
        }
        if (form.remark().isBlank()) {
            throw new Refusal("Please say in the remark why the revision is refused.");
        }
    }

    void refuseOnceGiven() {
        if (!isOpen()) {
            throw new Refusal("The review of this version has already been given.");
        }
    }

    void overdue(Instant at) {
        overdueAt = at;
    }

    boolean isOpen() {
        return outcome == null;
    }

    boolean isDisputed() {
        return isOpen() && !opinions.isEmpty();
    }

    int documentVersion() {
        return documentVersion;
    }

    ReviewFacts facts() {
        return new ReviewFacts(
                agreementKey,
                documentVersion,
                openedAt,
                dueAt,
                overdueAt,
                outcome,
                opinions.stream().map(Opinion::facts).toList());
    }
}
