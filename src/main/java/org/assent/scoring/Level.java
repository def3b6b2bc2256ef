package org.assent.scoring;

/** One filled step of a ladder. Public: pages and documents print ladders. */
public record Level(int mark, Figure figure) {

    /** As in 29.95 (90). */
    @Override
    public String toString() {
        return figure + " (" + mark + ")";
    }
}
