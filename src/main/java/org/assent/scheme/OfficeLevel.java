package org.assent.scheme;

/** Where an office stands in the tree. Public: organisations, agreements and their calendar are kept by it. */
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

    /** An agreement of such an office serves the one of the office above it. */
    public boolean isBelowMinistry() {
        return this == DEPARTMENT || this == FIELD_OFFICE;
    }
}
