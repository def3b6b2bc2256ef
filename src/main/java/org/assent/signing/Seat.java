package org.assent.signing;

/** The two who sign, in this order. Public: pages show it. */
public enum Seat {
    HEAD("Head of the office"),
    SUPERIOR("Superior office");

    private final String label;

    Seat(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
