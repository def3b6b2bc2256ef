package org.assent.screening;

/** What the reviewer does with the selection as it stands. */
enum Review {
    SUBMIT,
    EXCHANGE
}
