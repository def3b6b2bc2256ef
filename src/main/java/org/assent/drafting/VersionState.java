package org.assent.drafting;

/** Where a submitted version stands. Public: pages and registers show it. */
public enum VersionState {
    SUBMITTED("Submitted"),
    RETURNED("Returned"),
    RECOMMENDED("Recommended for signing"),
    SIGNED("Signed"),
    REFUSED("Refused"),
    SUPERSEDED("Replaced by a revision");

    private final String label;

    VersionState(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
