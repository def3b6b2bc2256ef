package org.assent.nomination;

/** What an NPO has answered so far. Public: pages show it. */
public enum CaseState {
    OPEN("Not answered yet"),
    SUBMITTED("Submitted"),
    NOBODY("Nominates nobody"),
    NOT_SUBMITTED("Nothing submitted by the closing date");

    private final String label;

    CaseState(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
