package org.assent.announcement;

/** Where an offered place stands. Public: the pages show it. */
public enum ParticipationState {
    OFFERED("Place offered"),
    ACCEPTED("Confirmed"),
    WITHDRAWN("Withdrawn"),
    REPLACED("Withdrawn and replaced");

    private final String label;

    ParticipationState(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }

    /** Whether the place is gone for others. */
    boolean takesPlace() {
        return this == OFFERED || this == ACCEPTED;
    }
}
