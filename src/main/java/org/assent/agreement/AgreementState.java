package org.assent.agreement;

/** How far an agreement is. Public: every part of it and the pages show it. */
public enum AgreementState {
    DRAFTING("Being drafted"),
    UNDER_REVIEW("Under review"),
    AWAITING_SIGNATURES("Awaiting signatures"),
    IN_FORCE("In force"),
    PUBLISHED("Result published");

    private final String label;

    AgreementState(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }

    /** Signed, so that it binds and is reported on. */
    public boolean isSigned() {
        return this == IN_FORCE || this == PUBLISHED;
    }
}
