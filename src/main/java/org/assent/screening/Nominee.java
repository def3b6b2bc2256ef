package org.assent.screening;

import java.time.Instant;
import java.util.Comparator;

/** An eligible candidate as the selection sees one: nothing personal, in order of merit. */
record Nominee(String reference, String economy, Place place, int points, int preference, Instant submittedAt)
        implements Comparable<Nominee> {

    /** The reference is unique in a project, so two candidates never tie. */
    private static final Comparator<Nominee> MERIT = Comparator.comparingInt(Nominee::points)
            .reversed()
            .thenComparingInt(Nominee::preference)
            .thenComparing(Nominee::submittedAt)
            .thenComparing(Nominee::reference);

    @Override
    public int compareTo(Nominee other) {
        return MERIT.compare(this, other);
    }
}
