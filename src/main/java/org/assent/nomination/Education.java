package org.assent.nomination;

/** A candidate's highest degree, lowest first. Public: screening decides by it. */
public enum Education {
    SECONDARY("Secondary school"),
    DIPLOMA("Diploma"),
    BACHELOR("Bachelor"),
    MASTER("Master"),
    DOCTORATE("Doctorate");

    private final String label;

    Education(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
