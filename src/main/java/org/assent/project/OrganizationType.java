package org.assent.project;

/** The kinds of organization a notification asks for and candidates come from. Public: nominations use it. */
public enum OrganizationType {
    NPO("National productivity organization"),
    GOVERNMENT("Government"),
    LOCAL_GOVERNMENT("Local government"),
    PUBLIC_ENTERPRISE("Public or government enterprise"),
    PRIVATE("Private company"),
    SME("Small or medium enterprise"),
    ACADEMIA("University or research institute"),
    NGO("Non-governmental organization");

    private final String label;

    OrganizationType(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
