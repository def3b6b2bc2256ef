package org.assent.screening;

import org.assent.nomination.CandidateFacts;
import org.jspecify.annotations.Nullable;

/** One candidate in the tables of the forms reviewSelection and approveSelection. */
record SheetRow(
        @Nullable Integer rank,
        String place,
        String reference,
        String candidate,
        String economy,
        int preference,
        int points,
        String state,
        String why) {

    static SheetRow of(AssessmentFacts assessment, CandidateFacts candidate, String economy) {
        return new SheetRow(
                assessment.alternateRank(),
                assessment.place().label(),
                assessment.reference(),
                candidate.displayName(),
                economy,
                candidate.rank(),
                assessment.points(),
                assessment.state().label(),
                why(assessment));
    }

    /** As a choice of a select box. */
    Choice choice() {
        return new Choice(
                reference + " " + candidate + ", " + economy + ", " + place + ", " + points + " points", reference);
    }

    /** The points and what they are made of; for one who is not eligible, the reason. */
    private static String why(AssessmentFacts assessment) {
        String decided =
                assessment.decisionReason().isEmpty() ? "" : " Decided by the officer: " + assessment.decisionReason();
        return assessment.state() == AssessmentState.INELIGIBLE
                ? assessment.reason() + decided
                : String.join("; ", assessment.criteria()) + "." + decided;
    }

    /** What a form's select box is made of. */
    record Choice(String label, String value) {}
}
