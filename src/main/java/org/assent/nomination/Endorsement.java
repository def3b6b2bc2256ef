package org.assent.nomination;

/** What the head of an NPO decides on the list. */
enum Endorsement {
    ENDORSE,
    RETURN
}
