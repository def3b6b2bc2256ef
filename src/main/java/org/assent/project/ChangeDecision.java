package org.assent.project;

/** What the Secretary-General may decide on a proposed change. */
enum ChangeDecision {
    APPROVE,
    REFUSE
}
