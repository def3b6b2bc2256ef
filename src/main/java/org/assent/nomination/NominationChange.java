package org.assent.nomination;

/** What an NPO wants to change after its answer is on record. */
enum NominationChange {
    CORRECT,
    WITHDRAW_ONE,
    WITHDRAW_ALL,
    NOMINATE;

    boolean reopensList() {
        return this == CORRECT || this == NOMINATE;
    }
}
