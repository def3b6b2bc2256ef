package org.assent.rehearsal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.function.UnaryOperator;
import org.assent.agreement.AgreementDesk;
import org.assent.drafting.Content;
import org.assent.drafting.DraftDesk;
import org.assent.drafting.Opened;
import org.assent.review.CommentDesk;
import org.assent.review.CommentFacts;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/**
 * The tab Agreement beside the forms, and the page of agreements: an official writes there while a task is theirs, as
 * the page demands, through the desks that the page writes through.
 */
@Component
@Profile("rehearsal")
class AgreementTab {

    private static final String DRAFT = "draftAgreement";
    private static final String REVIEW = "reviewDraft";
    private static final String DISPUTED = "reviewDisputed";
    private static final ObjectMapper JSON = new ObjectMapper();

    private final DraftDesk drafts;
    private final CommentDesk comments;
    private final AgreementDesk agreements;

    AgreementTab(DraftDesk drafts, CommentDesk comments, AgreementDesk agreements) {
        this.drafts = drafts;
        this.comments = comments;
        this.agreements = agreements;
    }

    /** Claims the draft and saves it as it is changed; what the browser sends is JSON, so this goes through it too. */
    void save(Official team, String key, UnaryOperator<Content> change) {
        team.claim(key, DRAFT);
        demandHolding(team, key, DRAFT);
        team.does(() -> {
            Opened opened = drafts.open(key);
            Content typed = sent(change.apply(opened.content()));
            return drafts.save(key, typed, opened.revision(), team.user());
        });
    }

    /** What somebody is told who has no business in this draft, or comes when it is closed. */
    String isRefusedToSave(Official stranger, String key) {
        return stranger.isRefused(
                "change this draft",
                () -> stranger.does(() -> {
                    Opened opened = drafts.open(key);
                    return drafts.save(key, opened.content(), opened.revision(), stranger.user());
                }));
    }

    Content read(Official reader, String key) {
        return reader.does(() -> drafts.open(key)).content();
    }

    CommentFacts comment(Official reviewer, String key, String item, String text) {
        reviewer.claim(key, REVIEW);
        demandHolding(reviewer, key, REVIEW, DISPUTED);
        return reviewer.does(() -> comments.comment(key, item, text, reviewer.user()));
    }

    void answer(Official team, String key, CommentFacts comment, String text) {
        team.claim(key, DRAFT);
        demandHolding(team, key, DRAFT);
        team.does(() -> comments.answer(comment.id(), text, team.user()));
    }

    void resolve(Official reviewer, String key, CommentFacts comment) {
        reviewer.claim(key, REVIEW);
        demandHolding(reviewer, key, REVIEW, DISPUTED);
        reviewer.does(() -> comments.resolve(comment.id(), reviewer.user()));
    }

    List<CommentFacts> comments(String key) {
        return comments.comments(key);
    }

    void requestRevision(Official team, String key, String reason) {
        team.does(() -> {
            agreements.requestRevision(key, reason, team.caller());
            return key;
        });
    }

    String isRefusedRevision(Official asking, String key, String reason) {
        return asking.isRefused("ask for a revision", () -> requestRevision(asking, key, reason));
    }

    private static void demandHolding(Official official, String key, String... steps) {
        Stage.demand(
                official.holds(key, steps),
                official.user() + " writes in " + key + " without holding the task for it.");
    }

    private static Content sent(Content content) {
        try {
            return JSON.readValue(JSON.writeValueAsBytes(content), Content.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The content with one field of one item typed anew. */
    static Content typed(Content content, String item, String field, Object value) {
        JsonNode tree = JSON.valueToTree(content);
        ObjectNode found = tree.findParents("key").stream()
                .map(ObjectNode.class::cast)
                .filter(node -> node.path("key").asText().equals(item))
                .findFirst()
                .orElseThrow(() -> new NotPossible("The draft has no item " + item + "."));
        found.set(field, JSON.valueToTree(value));
        try {
            return JSON.treeToValue(tree, Content.class);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
