package org.assent.review;

import java.util.List;

/** What the forms reviewDraft and reviewDisputed submit. */
record OpinionForm(
        Recommendation recommendation, boolean budgetConfirmed, String remark, List<ChecklistRow> checklist) {}
