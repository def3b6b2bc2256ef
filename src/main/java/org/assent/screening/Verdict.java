package org.assent.screening;

/** What the table eligibility answers. */
record Verdict(AssessmentState eligibility, String reason) {}
