package org.assent.review;

import org.jspecify.annotations.Nullable;

/** One line of the checklist in the reviewers' forms; the reference is the question's place in the scheme's list. */
record ChecklistRow(String reference, @Nullable String question, @Nullable Verdict verdict, @Nullable String note) {}
