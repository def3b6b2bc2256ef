package org.assent.announcement;

/** An NPO's answer to the offer of a place. */
enum Answer {
    CONFIRM,
    WITHDRAW
}
