package org.assent.scoring;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The published order: scores of two decimals, ties share a place, no place is skipped after them. Public: evaluation
 * ranks a fiscal year by it.
 *
 * @param average of the scores as published, null where nobody is ranked; so are the best and the worst
 */
public record Ranking<T>(
        List<Place<T>> places, @Nullable BigDecimal average, @Nullable BigDecimal best, @Nullable BigDecimal worst) {

    /** One entry's place. Public: lists print it. */
    public record Place<T>(int rank, BigDecimal score, T entry) {}

    /** Best first; entries that tie stay in the order in which they came. */
    public static <T> Ranking<T> of(List<? extends T> entries, Function<? super T, BigDecimal> score) {
        List<Place<T>> places = new ArrayList<>(entries.size());
        for (T entry : entries) {
            places.add(new Place<>(0, score.apply(entry).setScale(2, RoundingMode.HALF_UP), entry));
        }
        places.sort(Comparator.comparing((Place<T> place) -> place.score()).reversed());
        if (places.isEmpty()) {
            return new Ranking<>(List.of(), null, null, null);
        }
        BigInteger hundredths = BigInteger.ZERO;
        int rank = 1;
        BigDecimal before = places.get(0).score();
        for (int i = 0; i < places.size(); i++) {
            Place<T> place = places.get(i);
            rank = place.score().equals(before) ? rank : rank + 1;
            before = place.score();
            hundredths = hundredths.add(before.unscaledValue());
            places.set(i, new Place<>(rank, before, place.entry()));
        }
        BigDecimal average =
                new BigDecimal(hundredths, 2).divide(BigDecimal.valueOf(places.size()), 2, RoundingMode.HALF_UP);
        return new Ranking<>(List.copyOf(places), average, places.get(0).score(), before);
    }
}
