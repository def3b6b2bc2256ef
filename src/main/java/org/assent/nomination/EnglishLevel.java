package org.assent.nomination;

/** How well a candidate uses English, worst first. Public: screening decides by it. */
public enum EnglishLevel {
    NONE("None"),
    BASIC("Basic"),
    GOOD("Good"),
    FLUENT("Fluent");

    private final String label;

    EnglishLevel(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
