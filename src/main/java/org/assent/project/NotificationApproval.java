package org.assent.project;

/** What the Secretary-General may decide on a notification. */
enum NotificationApproval {
    ISSUE,
    RETURN
}
