package org.assent.announcement;

/** Where a speaker comes from, which decides who bears the costs. Public: it stands in the speaker's facts. */
public enum SpeakerOrigin {
    OVERSEAS("overseas"),
    LOCAL("local");

    private final String label;

    SpeakerOrigin(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
