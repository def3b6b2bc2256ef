package org.assent.project;

/** Where a project stands. Public: part of a project's facts. */
public enum ProjectState {
    PLANNED("Planned"),
    NOTIFIED("Notified"),
    REVISED("Revised"),
    NOMINATIONS_CLOSED("Nominations closed"),
    SCREENED("Screened"),
    ANNOUNCED("Announced"),
    RUNNING("Running"),
    COMPLETED("Completed"),
    EVALUATED("Evaluated"),
    ARCHIVED("Archived"),
    POSTPONED("Postponed"),
    CANCELLED("Cancelled");

    private final String label;

    ProjectState(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
