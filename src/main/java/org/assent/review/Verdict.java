package org.assent.review;

/** A reviewer's answer to one question of the checklist. Public: pages show it. */
public enum Verdict {
    YES("Yes"),
    NO("No"),
    NOT_APPLICABLE("Not applicable");

    private final String label;

    Verdict(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
