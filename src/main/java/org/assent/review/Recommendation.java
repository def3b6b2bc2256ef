package org.assent.review;

/** What a reviewer says of a document. Public: pages show it. */
public enum Recommendation {
    RECOMMEND("Recommend it for signature"),
    RETURN("Return it to the office with the comments"),
    DISPUTE("Ask a second reviewer to decide"),
    REFUSE("Refuse the revision: the agreement stays as it was signed");

    private final String label;

    Recommendation(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
