package org.assent.screening;

/** What the second person says to the selection. */
enum Approval {
    APPROVE,
    RETURN
}
