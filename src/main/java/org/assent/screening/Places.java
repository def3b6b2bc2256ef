package org.assent.screening;

/** How many places a project has, and how many overseas places an economy usually gets. */
record Places(int overseas, int local, int perEconomy) {

    int of(Place place) {
        return place == Place.LOCAL ? local : overseas;
    }
}
