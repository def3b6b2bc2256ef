package org.assent.nomination;

/** Where in an office a candidate stands. Public: screening gives points for it. */
public enum PositionLevel {
    EXECUTIVE("Executive"),
    SENIOR_MANAGER("Senior manager"),
    MANAGER("Manager"),
    OFFICER("Officer or specialist"),
    ASSISTANT("Assistant");

    private final String label;

    PositionLevel(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
