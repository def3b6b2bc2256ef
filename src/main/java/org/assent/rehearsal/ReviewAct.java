package org.assent.rehearsal;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.assent.drafting.Content;
import org.assent.review.CommentFacts;
import org.assent.review.Recommendation;
import org.assent.review.ReviewFacts;
import org.assent.review.ReviewRegister;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** The Cabinet Division's reviews: most recommend, one returns with comments, one is disputed, one is overdue. */
@Component
@Profile("rehearsal")
class ReviewAct {

    static final String DISPUTED = "textiles";
    static final String OVERDUE = "housing";
    private static final String KEY = AgreementYear.key(AgreementYear.INDUSTRIES);

    private final Stage stage;
    private final AgreementYear year;
    private final AgreementTab tab;
    private final DraftingAct drafting;
    private final ReviewRegister reviews;

    ReviewAct(Stage stage, AgreementYear year, AgreementTab tab, DraftingAct drafting, ReviewRegister reviews) {
        this.stage = stage;
        this.year = year;
        this.tab = tab;
        this.drafting = drafting;
        this.reviews = reviews;
    }

    void recommendMost() {
        List<String> most = year.others().stream()
                .filter(office -> !office.equals(DISPUTED) && !office.equals(OVERDUE))
                .toList();
        most.forEach(office -> recommend(year.reviewer(), AgreementYear.key(office), "reviewDraft"));
        stage.tell("%d drafts recommended for signature".formatted(most.size()));
    }

    /** Three comments, each at its indicator. */
    void comment() {
        Official reviewer = year.reviewer();
        tab.comment(reviewer, KEY, "i-gi", "Which products are these? Name the register in the evidence.");
        tab.comment(reviewer, KEY, "i-sugar-stops", "Say from which mills the days are counted.");
        tab.comment(reviewer, KEY, "i-report", "Give the decision that sets the date of the report.");
        stage.refused(
                reviewer,
                () -> reviewer.isRefused(KEY, "reviewDraft", form -> fill(form, Recommendation.RECOMMEND, "")));
        reviewer.complete(KEY, "reviewDraft", form -> form.enter("opinion", Recommendation.RETURN.name())
                .enter("reviewRemark", "Please answer the comments at the three indicators."));
        stage.tell("Industries: returned with comments on three indicators");
    }

    /** Each comment is mended and answered; with one left open the draft does not leave the office. */
    void answer() {
        Official team = year.team(AgreementYear.INDUSTRIES);
        Map<String, String> answers = answers();
        List<CommentFacts> comments = tab.comments(KEY);
        Stage.demand(comments.size() == answers.size(), "The comments did not come back to the office.");
        tab.save(team, KEY, ReviewAct::mended);
        for (CommentFacts comment : comments) {
            if (comment == comments.get(comments.size() - 1)) {
                stage.refused(
                        team, () -> team.isRefused(KEY, "draftAgreement", form -> form.enter("draftStep", "READY")));
            }
            tab.answer(team, KEY, comment, String.valueOf(answers.get(comment.itemKey())));
        }
        drafting.submit(AgreementYear.INDUSTRIES);
        stage.tell("Industries: the three comments answered one by one, the second version submitted");
    }

    private static Content mended(Content draft) {
        Content named = AgreementTab.typed(
                draft, "i-gi", "evidence", "Journal of geographical indications, Department of Patents");
        Content counted = AgreementTab.typed(
                named, "i-sugar-stops", "measurement", "Days lost in the nine mills that crush in the season");
        return AgreementTab.typed(
                counted, "i-report", "targetBasis", "National Industrial Policy 2022, chapter on its implementation");
    }

    private static Map<String, String> answers() {
        Map<String, String> answers = new LinkedHashMap<>();
        answers.put("i-gi", "The journal of the Department of Patents is now named as evidence.");
        answers.put("i-sugar-stops", "The nine mills that crush in the season; the method now says so.");
        answers.put("i-report", "The policy itself sets it; the chapter is now cited.");
        return answers;
    }

    void recommendReturned() {
        Official reviewer = year.reviewer();
        for (CommentFacts comment : tab.comments(KEY)) {
            Stage.demand(
                    comment.answered() && comment.carriedTo() == 2, "A comment was not carried over and answered.");
            tab.resolve(reviewer, KEY, comment);
        }
        recommend(reviewer, KEY, "reviewDraft");
        stage.tell("Industries: answers accepted, the second version recommended");
    }

    void dispute() {
        String key = AgreementYear.key(DISPUTED);
        Official first = year.reviewer();
        Official second = year.secondReviewer();
        first.complete(
                key,
                "reviewDraft",
                form -> fill(
                        form, Recommendation.DISPUTE, "Is the lease of idle mills this office's own performance?"));
        String decision = second.find(key, "reviewDisputed").orElseThrow();
        stage.refused(first, () -> first.isRefusedByLink(decision, Map.of("opinion", Recommendation.RECOMMEND.name())));
        recommend(second, key, "reviewDisputed");
        stage.tell(year.name(DISPUTED) + ": disputed, and recommended by a second reviewer");
    }

    /** Given two days after its date, which was reported meanwhile. */
    void recommendOverdue() {
        String key = AgreementYear.key(OVERDUE);
        recommend(year.reviewer(), key, "reviewDraft");
        ReviewFacts review = reviews.reviews(key).get(0);
        Stage.demand(review.overdueAt() != null, "The overdue review was not reported.");
        stage.tell(year.name(OVERDUE) + ": recommended; the review was overdue and reported as such");
    }

    void recommend(Official reviewer, String key, String step) {
        reviewer.complete(key, step, form -> fill(form, Recommendation.RECOMMEND, ""));
    }

    void fill(FormOnScreen form, Recommendation opinion, String remark) {
        List<Map<String, @Nullable Object>> checklist = form.rows("checklist");
        checklist.forEach(row -> row.put("verdict", "YES"));
        form.enter("checklist", checklist)
                .enter("budgetConfirmed", true)
                .enter("opinion", opinion.name())
                .enter("reviewRemark", remark);
    }
}
