package org.assent.screening;

import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.assent.nomination.CandidateFacts;

/** One candidate in the form decideReferred, as it opens. */
record ReferredRow(String reference, String candidate, String facts, String remark) {

    static ReferredRow of(AssessmentFacts assessment, CandidateFacts candidate, String economy) {
        return new ReferredRow(
                assessment.reference(),
                candidate.displayName() + ", " + economy,
                facts(candidate),
                assessment.reason());
    }

    private static String facts(CandidateFacts candidate) {
        String type = candidate.organizationType() == null
                ? "type of organization not stated"
                : candidate.organizationType().label();
        return Stream.of(
                        candidate.position(),
                        candidate.organization(),
                        type,
                        candidate.yearsOfExperience() + " years of experience",
                        "English: " + candidate.english().label(),
                        candidate.earlierProjects() + " earlier APO projects",
                        "number " + candidate.rank() + " of the NPO",
                        candidate.complete() ? "complete" : "incomplete")
                .filter(fact -> !fact.isBlank())
                .collect(Collectors.joining("; "));
    }
}
