package org.assent.project;

/** The points at which somebody decides about a project. */
enum DecisionStep {
    NOTIFICATION_CHECK,
    NOTIFICATION_APPROVAL,
    CHANGE,
    REPLACEMENT_WINDOW
}
