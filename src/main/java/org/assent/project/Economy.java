package org.assent.project;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.ZoneId;
import org.hibernate.annotations.Immutable;

/** A member economy: reference data, corrected by migration. */
@Entity
@Immutable
class Economy {

    @Id
    private String iso2;

    private String name;
    private String npo;
    private boolean active;
    private String zone;
    private String liaisonAddress;
    private String headAddress;

    @SuppressWarnings("NullAway.Init") // Hibernate fills the fields
    protected Economy() {}

    String iso2() {
        return iso2;
    }

    String name() {
        return name;
    }

    boolean isActive() {
        return active;
    }

    EconomyFacts facts() {
        return new EconomyFacts(iso2, name, npo, active, ZoneId.of(zone), liaisonAddress, headAddress);
    }
}
