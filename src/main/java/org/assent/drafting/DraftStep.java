package org.assent.drafting;

/** What the team may say of its draft. */
enum DraftStep {
    READY
}
