package org.assent.agreement;

import java.util.Set;

/** The steps that the calendar's table has a date for. */
final class CalendarStep {

    static final String DRAFT_DUE = "draftDue";
    static final String REVIEW_DUE = "reviewDue";
    /** Of a draft that was returned. */
    static final String FINAL_DRAFT_DUE = "finalDraftDue";

    static final String SIGNING_DUE = "signingDue";
    static final String REVISION_UNTIL = "revisionUntil";
    static final String REVISION_DRAFT_DUE = "revisionDraftDue";
    static final String REVISION_REVIEW_DUE = "revisionReviewDue";
    static final String REVISION_SIGNING_DUE = "revisionSigningDue";

    /** Without one of these a case would stop in the middle of the year, so it does not begin. */
    static final Set<String> ALL = Set.of(
            DRAFT_DUE,
            REVIEW_DUE,
            FINAL_DRAFT_DUE,
            SIGNING_DUE,
            REVISION_UNTIL,
            REVISION_DRAFT_DUE,
            REVISION_REVIEW_DUE,
            REVISION_SIGNING_DUE,
            "q1Due",
            "q2Due",
            "q3Due",
            "halfYearDue",
            "annualReportDue",
            "evaluationDue",
            "publicationDue");

    private CalendarStep() {}
}
