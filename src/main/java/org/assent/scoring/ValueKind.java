package org.assent.scoring;

/** What an indicator is measured in. Public: indicators, forms and sheets name it. */
public enum ValueKind {
    NUMBER("Number", "a number"),
    PERCENT("Percentage", "a percentage"),
    DATE("Date", "a date");

    private final String label;
    private final String phrase;

    ValueKind(String label, String phrase) {
        this.label = label;
        this.phrase = phrase;
    }

    public String label() {
        return label;
    }

    String phrase() {
        return phrase;
    }
}
