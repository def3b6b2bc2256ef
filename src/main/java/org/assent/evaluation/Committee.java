package org.assent.evaluation;

/** Who decides on the scores of a ministry after the evaluator. Public: pages show it. */
public enum Committee {
    TECHNICAL("Technical committee"),
    NATIONAL("National committee");

    private final String label;

    Committee(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
