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

    /** The phases follow each other; only a revision that reopens nominations goes back. */
    boolean mayBecome(ProjectState next) {
        return switch (next) {
            case NOMINATIONS_CLOSED -> this == NOTIFIED || this == REVISED;
            case SCREENED -> this == NOMINATIONS_CLOSED;
            case ANNOUNCED -> this == NOMINATIONS_CLOSED || this == SCREENED;
            case RUNNING -> this == ANNOUNCED;
            case COMPLETED -> this == RUNNING;
            case EVALUATED -> this == COMPLETED;
            case ARCHIVED -> this == EVALUATED;
            default -> false;
        };
    }

    /** Issued, and the sessions have not begun. */
    boolean isChangeable() {
        return this == NOTIFIED
                || this == REVISED
                || this == NOMINATIONS_CLOSED
                || this == SCREENED
                || this == ANNOUNCED
                || this == POSTPONED;
    }

    boolean isOver() {
        return this == COMPLETED || this == EVALUATED || this == ARCHIVED || this == CANCELLED;
    }
}
