package org.assent.scoring;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an indicator and its scheme say about a ladder before it is read; what nobody says, the ladder says itself.
 * Public: drafting and evaluation state what they know.
 *
 * @param fiscalYear the year on whose 1 July it begins; places dates without a year
 * @param marks of the levels, best first
 */
public record Terms(
        @Nullable ValueKind kind, @Nullable Direction direction, @Nullable Integer fiscalYear, List<Integer> marks) {

    /** Excellent, Very Good, Good, Fair, Poor. */
    public static final List<Integer> USUAL_MARKS = List.of(100, 90, 80, 70, 60);

    public static final Terms OPEN = new Terms(null, null, null, USUAL_MARKS);

    public Terms {
        marks = List.copyOf(marks);
    }

    public Terms of(@Nullable ValueKind kind) {
        return new Terms(kind, direction, fiscalYear, marks);
    }

    public Terms running(@Nullable Direction direction) {
        return new Terms(kind, direction, fiscalYear, marks);
    }

    public Terms in(@Nullable Integer fiscalYear) {
        return new Terms(kind, direction, fiscalYear, marks);
    }

    public Terms marked(List<Integer> marks) {
        return new Terms(kind, direction, fiscalYear, marks);
    }
}
