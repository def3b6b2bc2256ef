package org.assent.scheme;

/** Where an office stands in the tree. Public: organisations, agreements and their calendar are kept by it. */
public enum OfficeLevel {
    CABINET_DIVISION("Cabinet Division", "Cabinet Division"),
    MINISTRY("Ministry or division", "Ministries and divisions"),
    DEPARTMENT("Department", "Departments"),
    FIELD_OFFICE("Field office", "Field offices");

    private final String label;
    private final String plural;

    OfficeLevel(String label, String plural) {
        this.label = label;
        this.plural = plural;
    }

    public String label() {
        return label;
    }

    public String plural() {
        return plural;
    }

    /** An agreement of such an office serves the one of the office above it. */
    public boolean isBelowMinistry() {
        return this == DEPARTMENT || this == FIELD_OFFICE;
    }
}
