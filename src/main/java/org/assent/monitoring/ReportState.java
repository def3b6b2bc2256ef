package org.assent.monitoring;

/** What became of a report that was asked for. Public: pages show it. */
public enum ReportState {
    AWAITED("Awaited"),
    REPORTED("Reported"),
    MISSING("Missing");

    private final String label;

    ReportState(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
