package org.assent.screening;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;

/** How many places a project has, and how many overseas places an economy usually gets. */
@Embeddable
record Places(
        @Column(name = "overseas_places") int overseas,
        @Column(name = "local_places") int local,
        @Column(name = "places_per_economy") int perEconomy) {

    int of(Place place) {
        return place == Place.LOCAL ? local : overseas;
    }
}
