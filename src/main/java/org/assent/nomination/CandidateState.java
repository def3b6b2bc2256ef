package org.assent.nomination;

/** How far a candidate came in the nomination; what follows is decided by later capabilities. Public: pages show it. */
public enum CandidateState {
    DRAFT("Draft"),
    ENDORSED("Endorsed by the NPO"),
    SUBMITTED("Submitted"),
    INCOMPLETE("Submitted, incomplete"),
    CLOSED("Not submitted by the closing date"),
    WITHDRAWN("Withdrawn");

    private final String label;

    CandidateState(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
