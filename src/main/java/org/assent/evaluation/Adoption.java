package org.assent.evaluation;

/** A committee's answer. Public: pages show it. */
public enum Adoption {
    ADOPT("Adopted"),
    RETURN("Returned to the evaluator");

    private final String label;

    Adoption(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
