package org.assent.signing;

/** What a signatory does. */
enum Choice {
    SIGN,
    REFUSE
}
