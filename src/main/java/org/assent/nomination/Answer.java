package org.assent.nomination;

/** What an NPO answers to a notification. */
enum Answer {
    CANDIDATES,
    NOBODY
}
