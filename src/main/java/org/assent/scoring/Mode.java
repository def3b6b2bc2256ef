package org.assent.scoring;

/** What a figure between two levels scores. Public: indicators, forms and sheets name it. */
public enum Mode {
    INTERPOLATE("In proportion between two levels"),
    STEP("By steps: the last level reached");

    private final String label;

    Mode(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
