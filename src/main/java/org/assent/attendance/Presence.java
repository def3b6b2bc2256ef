package org.assent.attendance;

/** Whether somebody took part in a session. Public: the register tells it. */
public enum Presence {
    PRESENT("present"),
    ABSENT("absent");

    private final String label;

    Presence(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
