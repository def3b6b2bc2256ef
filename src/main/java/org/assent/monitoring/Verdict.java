package org.assent.monitoring;

/** Where an indicator stands at half-year. Public: pages show it. */
public enum Verdict {
    ON_TRACK("On track"),
    BEHIND("Behind"),
    NOT_PROVEN("Evidence does not bear it out"),
    TOO_EARLY("Too early to say");

    private final String label;

    Verdict(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }

    /** Nobody is told to do better without being told why. */
    boolean needsRemark() {
        return this == BEHIND || this == NOT_PROVEN;
    }
}
