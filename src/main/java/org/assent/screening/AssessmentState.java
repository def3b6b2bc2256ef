package org.assent.screening;

/** What screening made of a candidate. Public: pages show it. */
public enum AssessmentState {
    REFERRED("To be decided by the programme officer"),
    ELIGIBLE("Eligible"),
    INELIGIBLE("Not eligible"),
    SELECTED("Selected"),
    ALTERNATE("Alternate"),
    NOT_SELECTED("Not selected");

    private final String label;

    AssessmentState(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
