package org.assent.project;

/** What the check of a draft may find. */
enum NotificationCheck {
    IN_ORDER,
    RETURN
}
