package org.assent.assignment;

/** What is assigned, which decides who proposes and who pays (domain.md 2.1). */
enum Kind {
    OVERSEAS_EXPERT("Overseas resource person"),
    LOCAL_EXPERT("Local resource person"),
    SITE_VISIT("Site visit");

    private final String label;

    Kind(String label) {
        this.label = label;
    }

    String label() {
        return label;
    }
}
