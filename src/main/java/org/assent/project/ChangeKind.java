package org.assent.project;

/** What may be proposed for a running project. */
enum ChangeKind {
    REVISE("Revision of the notification"),
    POSTPONE("Postponement"),
    CANCEL("Cancellation"),
    /** The request is withdrawn. */
    NONE("No change");

    private final String label;

    ChangeKind(String label) {
        this.label = label;
    }

    String label() {
        return label;
    }
}
