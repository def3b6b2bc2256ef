package org.assent.project;

/** Who is invited: every active member, or the economies that the notification names. */
enum Participation {
    ALL,
    NAMED
}
