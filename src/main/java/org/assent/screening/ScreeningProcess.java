package org.assent.screening;

import java.util.List;
import org.assent.engine.ProcessVariable;
import org.assent.nomination.EnglishLevel;
import org.camunda.bpm.engine.delegate.VariableScope;

/** Every name that screening.bpmn, its forms and its decision tables share with Java. */
final class ScreeningProcess {

    static final String KEY = "screening";
    /** The references that the assessing runs over; lives for the transaction. */
    static final ProcessVariable<List<String>> CANDIDATES = ProcessVariable.rows("candidates", String.class);

    static final ProcessVariable<String> CANDIDATE = ProcessVariable.text("candidate");

    static final ProcessVariable<EnglishLevel> ENGLISH = ProcessVariable.choice("english", EnglishLevel.class);
    static final ProcessVariable<Question.Fit> ORGANIZATION =
            ProcessVariable.choice("organization", Question.Fit.class);
    static final ProcessVariable<Integer> EXPERIENCE = ProcessVariable.number("experience");
    static final ProcessVariable<Boolean> COMPLETE = ProcessVariable.flag("complete");
    static final ProcessVariable<String> POSITION = ProcessVariable.text("position");
    static final ProcessVariable<Integer> EARLIER_PROJECTS = ProcessVariable.number("earlierProjects");
    static final ProcessVariable<Integer> PREFERENCE = ProcessVariable.number("preference");
    static final ProcessVariable<Integer> AGE = ProcessVariable.number("age");

    static final ProcessVariable<Verdict> ELIGIBILITY = ProcessVariable.row("eligibility", Verdict.class);
    static final ProcessVariable<List<Criterion>> POINTS = ProcessVariable.rows("points", Criterion.class);

    static final ProcessVariable<Boolean> ANY_REFERRED = ProcessVariable.flag("anyReferred");
    static final ProcessVariable<List<Referral>> REFERRED = ProcessVariable.rows("referred", Referral.class);

    static final ProcessVariable<Review> REVIEW = ProcessVariable.choice("review", Review.class);
    static final ProcessVariable<String> TAKE_OUT = ProcessVariable.text("takeOut");
    static final ProcessVariable<String> TAKE_IN = ProcessVariable.text("takeIn");
    static final ProcessVariable<String> CHANGE_REASON = ProcessVariable.text("changeReason");
    static final ProcessVariable<String> APPROVERS = ProcessVariable.text("approvers");

    static final ProcessVariable<Approval> APPROVAL = ProcessVariable.choice("approval", Approval.class);
    static final ProcessVariable<String> APPROVAL_REMARK = ProcessVariable.text("approvalRemark");

    private ScreeningProcess() {}

    /** Puts a question to the tables, and keeps it and their answers to this one candidate's scope. */
    static void ask(VariableScope scope, Question question) {
        ENGLISH.lend(scope, question.english());
        ORGANIZATION.lend(scope, question.organization());
        EXPERIENCE.lend(scope, question.experience());
        COMPLETE.lend(scope, question.complete());
        POSITION.lend(scope, question.position());
        EARLIER_PROJECTS.lend(scope, question.earlierProjects());
        PREFERENCE.lend(scope, question.preference());
        AGE.lend(scope, question.age());
        ELIGIBILITY.declare(scope);
        POINTS.declare(scope);
    }

    static ReviewForm reviewForm(VariableScope scope) {
        return new ReviewForm(
                REVIEW.in(scope),
                TAKE_OUT.find(scope),
                TAKE_IN.find(scope),
                CHANGE_REASON.find(scope).orElse(""));
    }
}
