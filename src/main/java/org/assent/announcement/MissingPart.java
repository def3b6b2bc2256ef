package org.assent.announcement;

/** What keeps an announcement waiting, and who has it. */
record MissingPart(String what, String who) {}
