package org.assent.review;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.assent.drafting.DocumentRegister;
import org.assent.drafting.VersionDesk;
import org.assent.drafting.VersionFacts;
import org.assent.engine.Refusal;
import org.assent.scheme.FiscalYear;
import org.assent.scheme.LevelScheme.ChecklistItem;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Keeps what reviewers say. */
@Service
@Transactional
class ReviewService {

    private final Reviews reviews;
    private final Comments comments;
    private final DocumentRegister documents;
    private final VersionDesk versions;
    private final Checklists checklists;
    private final Impartiality impartiality;
    private final Clock clock;
    private final int days;

    ReviewService(
            Reviews reviews,
            Comments comments,
            DocumentRegister documents,
            VersionDesk versions,
            Checklists checklists,
            Impartiality impartiality,
            Clock clock,
            @Value("${assent.review-days:14}") int days) {
        this.reviews = reviews;
        this.comments = comments;
        this.documents = documents;
        this.versions = versions;
        this.checklists = checklists;
        this.impartiality = impartiality;
        this.clock = clock;
        this.days = days;
    }

    /**
     * Opens the review of the latest version; comments that were not resolved stand on it too.
     *
     * @return when it is due: on the calendar's date, but a document that comes late or comes again, and a revision,
     *     leave the reviewers their time
     */
    Instant open(String key, Instant calendarDate) {
        VersionFacts version = documents.latest(key).orElseThrow(ReviewService::nothingSubmitted);
        Instant now = clock.instant();
        Instant due = calendarDate.isAfter(now.plus(Duration.ofDays(days)))
                ? calendarDate
                : FiscalYear.endOf(LocalDate.ofInstant(now, FiscalYear.DHAKA).plusDays(days));
        comments.findByAgreementKeyOrderById(key).forEach(comment -> comment.carryTo(version.number()));
        reviews.save(new Review(key, version.number(), version.revision(), now, due));
        return due;
    }

    /** The first opinion; where it is in doubt, {@code reviewers} are those of whom another one decides. */
    Given give(String key, OpinionForm form, String by, List<String> reviewers) {
        Review review = review(key);
        VersionFacts version = documents.version(key, review.documentVersion());
        give(review, version, form, by);
        List<String> others = reviewers.stream()
                .filter(reviewer -> !reviewer.equals(by) && !impartiality.isInvolved(version, reviewer))
                .toList();
        if (review.isDisputed() && others.isEmpty()) {
            throw new Refusal("There is no second reviewer who could decide, so please recommend the document or return"
                    + " it.");
        }
        return new Given(form.recommendation(), String.join(",", others));
    }

    /** The second opinion, which decides. */
    Recommendation decide(String key, OpinionForm form, String by) {
        Review review = review(key);
        if (!review.isDisputed()) {
            throw new Refusal("Nobody has asked for a second opinion on this version.");
        }
        give(review, documents.version(key, review.documentVersion()), form, by);
        return form.recommendation();
    }

    private void give(Review review, VersionFacts version, OpinionForm form, String by) {
        impartiality.demand(version, by);
        List<CommentFacts> standing = comments.findByAgreementKeyOrderById(version.key()).stream()
                .map(Comment::facts)
                .filter(comment -> comment.carriedTo() == version.number())
                .toList();
        review.give(form, checklist(version, form.checklist()), standing, by, clock.instant());
        switch (form.recommendation()) {
            case RECOMMEND -> versions.recommended(version.key(), by);
            case RETURN -> versions.returned(version.key(), by);
            case REFUSE -> versions.refused(version.key(), by);
            case DISPUTE -> {
                // the version stays as it is until the second reviewer has decided
            }
        }
    }

    /** The questions are the scheme's, whatever the form says; of the form only the answers count. */
    private List<Question> checklist(VersionFacts version, List<ChecklistRow> rows) {
        Map<String, ChecklistRow> answers = rows.stream()
                .collect(Collectors.toMap(ChecklistRow::reference, Function.identity(), (first, again) -> again));
        List<Question> questions = new ArrayList<>();
        for (ChecklistItem item : checklists.of(version)) {
            ChecklistRow row = answers.get("" + (questions.size() + 1));
            questions.add(new Question(
                    item.key(),
                    item.question(),
                    row == null ? null : row.verdict(),
                    row == null || row.note() == null ? "" : row.note().strip()));
        }
        return questions;
    }

    void overdue(String key) {
        review(key).overdue(clock.instant());
    }

    /** The office answers every comment before it submits again. */
    @Transactional(readOnly = true)
    void demandAnswers(String key) {
        List<CommentFacts> open = comments.findByAgreementKeyOrderById(key).stream()
                .map(Comment::facts)
                .filter(CommentFacts::open)
                .toList();
        if (!open.isEmpty()) {
            String where = open.stream()
                    .map(comment -> comment.number().isEmpty() ? "the document as a whole" : comment.number())
                    .distinct()
                    .collect(Collectors.joining(", "));
            throw new Refusal("Please answer each comment of the reviewer in the tab Agreement before you submit again."
                    + " Still without an answer: " + where + ".");
        }
    }

    private Review review(String key) {
        return reviews.findFirstByAgreementKeyOrderByIdDesc(key).orElseThrow(ReviewService::nothingSubmitted);
    }

    private static Refusal nothingSubmitted() {
        return new Refusal("This agreement has no submitted document to review.");
    }

    /** What the first opinion leads to. */
    record Given(Recommendation recommendation, String secondReviewers) {}
}
