package org.assent.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.execute;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.job;

import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.assent.access.CaseForms;
import org.assent.drafting.Content;
import org.assent.drafting.DocumentFixture;
import org.assent.drafting.DocumentRegister;
import org.assent.drafting.VersionFacts;
import org.assent.drafting.VersionState;
import org.assent.engine.ProcessTest;
import org.assent.engine.Refusal;
import org.assent.mail.MailTemplate;
import org.assent.mail.Message;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.camunda.spin.Spin;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@ProcessTest(ReviewProcess.KEY)
class ReviewProcessTest {

    private static final Instant TODAY = Instant.parse("2023-05-31T04:00:00Z");

    private static final int ALL = 30;

    @Autowired
    ProcessEngine engine;

    @Autowired
    DocumentFixture fixture;

    @Autowired
    ReviewFixture cases;

    @Autowired
    DocumentRegister documents;

    @Autowired
    CommentDesk desk;

    @Autowired
    ReviewRegister register;

    @Autowired
    ReviewService reviews;

    @Autowired
    List<MailTemplate> letters;

    private String key;

    @BeforeEach
    void aVersionHasBeenSubmitted() {
        ClockUtil.setCurrentTime(Date.from(TODAY));
        key = fixture.submittedAnew();
    }

    @Test
    void a_document_is_recommended_once_checklist_budget_and_comments_are_in_order() {
        ProcessInstance review = begin();
        assertThat(review).isWaitingAt("reviewDraft").task().hasCandidateGroup("cabinet-reviewers");
        Map<String, Object> form = forms().open("cabinet-reviewer", "reviewDraft");
        assertThat(form.get("officeName")).isEqualTo("Ministry of Industries");
        assertThat(form.get("opinionChoices").toString())
                .contains("RECOMMEND", "DISPUTE")
                .doesNotContain("REFUSE");
        assertThat(form.get("revisionReason")).isEqualTo("");
        CommentFacts comment =
                desk.comment(key, indicator().key(), "The target is last year's figure.", "cabinet-reviewer");

        assertThatThrownBy(() -> forms().submit("cabinet-reviewer", "reviewDraft", opinion("RECOMMEND", true, "", 2)))
                .isInstanceOf(Refusal.class)
                .hasMessageStartingWith("Please answer every question of the checklist");
        Map<String, Object> doubtful = opinion("RECOMMEND", true, "", ALL);
        doubtful.put("checklist", Spin.JSON(doubtful.get("checklist").toString().replaceFirst("YES", "NO")));
        assertThatThrownBy(() -> forms().submit("cabinet-reviewer", "reviewDraft", doubtful))
                .isInstanceOf(Refusal.class)
                .hasMessageStartingWith("A question of the checklist is answered with no.");
        assertThatThrownBy(
                        () -> forms().submit("cabinet-reviewer", "reviewDraft", opinion("RECOMMEND", false, "", ALL)))
                .isInstanceOf(Refusal.class)
                .hasMessage("The document cannot be recommended while its budget is not confirmed.");
        assertThatThrownBy(() -> forms().submit("cabinet-reviewer", "reviewDraft", opinion("RECOMMEND", true, "", ALL)))
                .isInstanceOf(Refusal.class)
                .hasMessageStartingWith(
                        "The document cannot be recommended while a comment is neither answered nor resolved.");
        assertThatThrownBy(() -> forms().submit("cabinet-reviewer", "reviewDraft", opinion("REFUSE", true, "No", ALL)))
                .isInstanceOf(Refusal.class)
                .hasMessageStartingWith("Only a revision can be refused.");
        assertThat(documents.version(key, 1).state()).isEqualTo(VersionState.SUBMITTED);
        desk.resolve(comment.id(), "cabinet-reviewer");
        forms().submit("cabinet-reviewer", "reviewDraft", opinion("RECOMMEND", true, "", ALL));

        assertThat(review).isEnded().hasPassed("draftRecommended");
        assertThat(recommendation(review)).isEqualTo("RECOMMEND");
        assertThat(documents.version(key, 1).state()).isEqualTo(VersionState.RECOMMENDED);
        assertThat(register.reviews(key)).singleElement().satisfies(round -> {
            assertThat(round.outcome()).isEqualTo(Recommendation.RECOMMEND);
            assertThat(round.overdueAt()).isNull();
            assertThat(round.opinions()).singleElement().satisfies(opinion -> {
                assertThat(opinion.by()).isEqualTo("cabinet-reviewer");
                assertThat(opinion.at()).isEqualTo(TODAY);
                assertThat(opinion.budgetConfirmed()).isTrue();
                assertThat(opinion.checklist())
                        .hasSizeGreaterThan(3)
                        .allSatisfy(question -> assertThat(question.verdict()).isEqualTo(Verdict.YES));
            });
        });
        assertThatThrownBy(() -> desk.comment(key, "", "Too late", "cabinet-reviewer"))
                .isInstanceOf(Refusal.class)
                .hasMessage("This document is not under review, so it cannot be commented on.");
    }

    @Test
    void a_returned_document_comes_again_with_its_comments_answered_one_by_one() {
        ProcessInstance review = begin();
        assertThatThrownBy(() -> forms().submit("cabinet-reviewer", "reviewDraft", opinion("RETURN", false, "", 0)))
                .isInstanceOf(Refusal.class)
                .hasMessageStartingWith("Please say what should be changed");
        CommentFacts onIndicator =
                desk.comment(key, indicator().key(), "Why <b>less</b> than last year?", "cabinet-reviewer");
        CommentFacts onObjective = desk.comment(key, objective().key(), "লক্ষ্যমাত্রা কম", "cabinet-reviewer");
        CommentFacts onDocument = desk.comment(key, "", "Mind the typing.", "cabinet-reviewer");
        assertThat(onIndicator.number()).isEqualTo("1.1.1");
        assertThat(onObjective.number()).isEqualTo("1");
        assertThatThrownBy(() -> desk.comment(key, "nothing-of-the-kind", "?", "cabinet-reviewer"))
                .isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> desk.answer(onDocument.id(), "Done.", "industries-apa"))
                .isInstanceOf(Refusal.class)
                .hasMessage("A comment can be answered once the document has been returned to you.");
        forms().submit("cabinet-reviewer", "reviewDraft", opinion("RETURN", false, "", 0));
        assertThat(review).isEnded().hasPassed("draftReturned");
        assertThat(recommendation(review)).isEqualTo("RETURN");
        assertThat(documents.version(key, 1).state()).isEqualTo(VersionState.RETURNED);

        assertThatThrownBy(() -> reviews.demandAnswers(key))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("1.1.1, 1, the document as a whole");
        desk.answer(onIndicator.id(), "One plant is closed for repair.", "industries-apa");
        desk.answer(onObjective.id(), "সংশোধন করা হয়েছে", "industries-apa");
        assertThatThrownBy(() -> reviews.demandAnswers(key)).isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> desk.answer(onDocument.id(), "Done.", "commerce-apa"))
                .isInstanceOf(Refusal.class);
        desk.answer(onDocument.id(), "Done.", "industries-apa");
        reviews.demandAnswers(key);

        fixture.submitAgain(key, content -> DocumentFixture.envision(content, "Industry for all"));
        ProcessInstance again = begin();
        Map<String, Object> form = forms().open("cabinet-reviewer-2", "reviewDraft");
        assertThat(form.get("changes").toString()).contains("Industry for all");
        assertThat(form.get("comments").toString())
                .contains("1.1.1", "One plant is closed for repair.", "সংশোধন করা হয়েছে", "answered");
        assertThat(register.comments(key)).hasSize(3).allSatisfy(comment -> {
            assertThat(comment.version()).isEqualTo(1);
            assertThat(comment.carriedTo()).isEqualTo(2);
        });
        desk.resolve(onDocument.id(), "cabinet-reviewer-2");
        assertThatThrownBy(() -> desk.resolve(onDocument.id(), "cabinet-reviewer-2"))
                .isInstanceOf(Refusal.class);
        forms().submit("cabinet-reviewer-2", "reviewDraft", opinion("RECOMMEND", true, "", ALL));
        assertThat(again).isEnded().hasPassed("draftRecommended");
        assertThat(documents.version(key, 2).state()).isEqualTo(VersionState.RECOMMENDED);
    }

    @Test
    void in_doubt_another_reviewer_decides_and_sees_the_first_opinion() {
        ProcessInstance review = begin();
        assertThatThrownBy(() -> forms().submit("cabinet-reviewer", "reviewDraft", opinion("DISPUTE", false, " ", ALL)))
                .isInstanceOf(Refusal.class)
                .hasMessage("Please say in the remark what the second reviewer should decide on.");
        forms().submit(
                        "cabinet-reviewer",
                        "reviewDraft",
                        opinion("DISPUTE", false, "Are these targets within the budget?", ALL));

        assertThat(review).isWaitingAt("reviewDisputed");
        Task second = forms().task("reviewDisputed");
        assertThat(engine.getTaskService().getIdentityLinksForTask(second.getId()))
                .extracting("userId")
                .contains("cabinet-reviewer-2")
                .doesNotContain("cabinet-reviewer");
        assertThatThrownBy(
                        () -> forms().submit("cabinet-reviewer", "reviewDisputed", opinion("RECOMMEND", true, "", ALL)))
                .isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> reviews.decide(key, form(Recommendation.RETURN), "cabinet-reviewer"))
                .isInstanceOf(Refusal.class)
                .hasMessage("You gave the first opinion, so somebody else has to give the second.");
        Map<String, Object> form = forms().open("cabinet-reviewer-2", "reviewDisputed");
        assertThat(form.get("firstRemark")).isEqualTo("Are these targets within the budget?");
        assertThat(form.get("firstReviewer").toString()).contains("Reviewer");
        assertThat(form.get("checklist").toString()).contains("YES");
        assertThat(form.get("opinionChoices").toString()).doesNotContain("DISPUTE");
        assertThatThrownBy(() ->
                        forms().submit("cabinet-reviewer-2", "reviewDisputed", opinion("DISPUTE", true, "?", ALL)))
                .isInstanceOf(Refusal.class)
                .hasMessageStartingWith("The first reviewer has asked for your decision");
        forms().submit("cabinet-reviewer-2", "reviewDisputed", opinion("RECOMMEND", true, "They are.", ALL));

        assertThat(review).isEnded().hasPassed("recordSecondReview", "draftRecommended");
        assertThat(register.reviews(key).get(0).opinions())
                .extracting(ReviewFacts.OpinionFacts::by, ReviewFacts.OpinionFacts::recommendation)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("cabinet-reviewer", Recommendation.DISPUTE),
                        org.assertj.core.groups.Tuple.tuple("cabinet-reviewer-2", Recommendation.RECOMMEND));
    }

    @Test
    void an_overdue_review_is_recorded_escalated_and_shown() {
        ProcessInstance review = begin();
        ClockUtil.setCurrentTime(Date.from(TODAY.plus(Duration.ofDays(40))));
        execute(job("reviewOverdue", review));
        execute(job("escalateReview", review));

        assertThat(register.openReview(key).orElseThrow().overdueAt()).isNotNull();
        Message letter = letters.stream()
                .filter(template -> template.name().equals("escalateReview"))
                .flatMap(template -> template.compose(key, Map.of()).stream())
                .findFirst()
                .orElseThrow();
        assertThat(letter.key()).isEqualTo(key + ".escalateReview.1");
        assertThat(letter.to()).contains("secretary@cabinet.example");
        assertThat(letter.text()).contains("Ministry of Industries", "was due on 30 June 2023");
        assertThat(forms().open("cabinet-reviewer", "reviewDraft")
                        .get("overdue")
                        .toString())
                .contains("30 June 2023");
        forms().submit("cabinet-reviewer", "reviewDraft", opinion("RETURN", false, "Please shorten it.", 0));
        assertThat(review).isEnded().hasPassed("reviewEscalated", "draftReturned");
    }

    @Test
    void a_document_that_comes_late_leaves_the_reviewer_some_days() {
        ClockUtil.setCurrentTime(Date.from(Instant.parse("2023-06-29T12:00:00Z")));
        begin();

        // fourteen days later, to the last moment in Dhaka
        assertThat(register.openReview(key).orElseThrow().dueAt()).isEqualTo(Instant.parse("2023-07-13T18:00:00Z"));
    }

    @Test
    void a_revision_shows_before_and_after_and_can_be_refused() {
        String before = documents.version(key, 1).content().vision();
        key = fixture.revisedAnew(
                "Floods in the north", content -> DocumentFixture.envision(content, "Repair the mills"));
        ProcessInstance review = begin();
        Map<String, Object> form = forms().open("cabinet-reviewer", "reviewDraft");
        assertThat(form.get("revisionReason")).isEqualTo("Floods in the north");
        assertThat(form.get("changes").toString()).contains(before, "Repair the mills");
        assertThat(form.get("opinionChoices").toString()).contains("REFUSE");
        assertThatThrownBy(() -> forms().submit("cabinet-reviewer", "reviewDraft", opinion("REFUSE", false, "", 0)))
                .isInstanceOf(Refusal.class)
                .hasMessage("Please say in the remark why the revision is refused.");
        forms().submit("cabinet-reviewer", "reviewDraft", opinion("REFUSE", false, "The mills were closed before.", 0));

        assertThat(review).isEnded().hasPassed("revisionRefused");
        assertThat(recommendation(review)).isEqualTo("REFUSE");
        assertThat(documents.version(key, 2).state()).isEqualTo(VersionState.REFUSED);
        assertThat(documents.inForce(key)).map(VersionFacts::number).contains(1);
    }

    @Test
    void whoever_drafted_or_approved_does_not_review_even_as_a_reviewer() {
        ProcessInstance review = begin();
        for (String involved : List.of("industries-apa", "industries-head")) {
            engine.getIdentityService().createMembership(involved, "cabinet-reviewers");
            try {
                assertThatThrownBy(() -> forms().submit(involved, "reviewDraft", opinion("RECOMMEND", true, "", ALL)))
                        .isInstanceOf(Refusal.class)
                        .hasMessageStartingWith("You drafted or approved this document");
                assertThatThrownBy(() -> desk.comment(key, "", "Well done", involved))
                        .isInstanceOf(Refusal.class);
                submitDisputeInVain(involved);
            } finally {
                engine.getIdentityService().deleteMembership(involved, "cabinet-reviewers");
            }
        }
        assertThat(review).isWaitingAt("reviewDraft");
    }

    /** Nor is one asked for a second opinion. */
    private void submitDisputeInVain(String involved) {
        assertThatThrownBy(() -> reviews.give(
                        key, form(Recommendation.DISPUTE), "cabinet-reviewer", List.of("cabinet-reviewer", involved)))
                .isInstanceOf(Refusal.class)
                .hasMessageStartingWith("There is no second reviewer");
    }

    private static OpinionForm form(Recommendation recommendation) {
        return new OpinionForm(recommendation, true, "In short", List.of());
    }

    private Content.Objective objective() {
        return documents.version(key, 1).content().objectives().get(0);
    }

    private Content.Indicator indicator() {
        return objective().activities().get(0).indicators().get(0);
    }

    private ProcessInstance begin() {
        return cases.begin(key);
    }

    private String recommendation(ProcessInstance review) {
        return engine.getHistoryService()
                .createHistoricVariableInstanceQuery()
                .processInstanceId(review.getId())
                .variableName("recommendation")
                .singleResult()
                .getValue()
                .toString();
    }

    /** The first questions answered with yes, as many as told. */
    private Map<String, Object> opinion(String opinion, boolean budget, String remark, int answered) {
        String rows = IntStream.rangeClosed(1, answered)
                .mapToObj(
                        "{\"reference\":\"%d\",\"question\":\"Whatever a browser sends\",\"verdict\":\"YES\"}"
                                ::formatted)
                .collect(Collectors.joining(",", "[", "]"));
        Map<String, Object> form = new HashMap<>();
        form.put("checklist", Spin.JSON(rows));
        form.put("budgetConfirmed", budget);
        form.put("opinion", opinion);
        form.put("reviewRemark", remark);
        return form;
    }

    private CaseForms forms() {
        return CaseForms.of(engine, key);
    }
}
