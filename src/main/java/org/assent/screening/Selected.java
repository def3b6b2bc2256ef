package org.assent.screening;

/**
 * A candidate who holds a place or waits for one. Public: announcement offers places to them.
 *
 * @param rank an alternate's, from 1 within overseas or local; 0 for the selected
 */
public record Selected(String projectCode, String reference, String economy, Place place, int rank, int points) {

    public boolean local() {
        return place == Place.LOCAL;
    }
}
