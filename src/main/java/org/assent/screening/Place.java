package org.assent.screening;

import java.util.Collection;

/** The two kinds of places of a project. Public: a participant holds one. */
public enum Place {
    OVERSEAS("Overseas"),
    LOCAL("Local");

    private final String label;

    Place(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }

    /** R3: a host economy fills local places, every other one overseas places. */
    static Place of(String economy, Collection<String> hosts) {
        return hosts.contains(economy) ? LOCAL : OVERSEAS;
    }
}
