package org.assent.drafting;

/** What the head of office may decide about a draft. */
enum DraftApproval {
    APPROVE,
    RETURN
}
