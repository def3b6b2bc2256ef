package org.assent.scheme;

/** Where an office stands in the tree of government, from the top down. Public: offices, schemes and calendars differ by it. */
public enum OfficeLevel {
    CABINET_DIVISION("Cabinet Division"),
    MINISTRY("Ministry or division"),
    DEPARTMENT("Department"),
    FIELD_OFFICE("Field office");

    private final String label;

    OfficeLevel(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
