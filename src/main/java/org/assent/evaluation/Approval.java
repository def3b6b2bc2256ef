package org.assent.evaluation;

/** The head of office's answer to the annual report. */
enum Approval {
    APPROVE,
    RETURN
}
