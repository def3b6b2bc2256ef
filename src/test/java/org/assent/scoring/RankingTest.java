package org.assent.scoring;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.BigRange;
import net.jqwik.api.constraints.Scale;

class RankingTest {

    @Example
    void ties_on_two_decimals_share_a_place_and_none_is_skipped() {
        var ranking = rank("95.75", "98.664", "98.655", "95.7549", "88.06");

        assertThat(ranking.places()).extracting(Ranking.Place::rank).containsExactly(1, 1, 2, 2, 3);
        assertThat(ranking.places())
                .extracting(place -> place.score().toPlainString())
                .containsExactly("98.66", "98.66", "95.75", "95.75", "88.06");
        assertThat(ranking.average()).isEqualTo(new BigDecimal("95.38"));
        assertThat(ranking.best()).isEqualTo(new BigDecimal("98.66"));
        assertThat(ranking.worst()).isEqualTo(new BigDecimal("88.06"));
    }

    @Example
    void nobody_to_rank_gives_no_average() {
        var ranking = rank();

        assertThat(ranking.places()).isEmpty();
        assertThat(ranking.average()).isNull();
        assertThat(ranking.best()).isNull();
        assertThat(ranking.worst()).isNull();
    }

    @Example
    void twenty_four_thousand_are_ranked_asking_each_once() {
        List<Integer> offices =
                new ArrayList<>(IntStream.range(0, 24_000).boxed().toList());
        Collections.shuffle(offices, new Random(7));
        AtomicInteger asked = new AtomicInteger();

        // 12,000 pairs that tie only once rounded
        Ranking<Integer> ranking = Ranking.of(offices, office -> {
            asked.incrementAndGet();
            return new BigDecimal(office / 2).movePointLeft(2).add(new BigDecimal(office % 2).movePointLeft(3));
        });

        assertThat(asked).hasValue(24_000);
        assertThat(ranking.places()).hasSize(24_000);
        for (int i = 0; i < 24_000; i++) {
            assertThat(ranking.places().get(i).rank()).isEqualTo(i / 2 + 1);
        }
        assertThat(ranking.average()).isEqualTo(new BigDecimal("60.00"));
        assertThat(ranking.worst()).isEqualTo(new BigDecimal("0.00"));
    }

    @Property(tries = 300)
    void a_place_depends_on_the_scores_and_not_on_their_order(
            @ForAll List<@BigRange(min = "0", max = "100") @Scale(3) BigDecimal> scores, @ForAll Random random) {
        List<BigDecimal> shuffled = new ArrayList<>(scores);
        Collections.shuffle(shuffled, random);

        Map<BigDecimal, Integer> places = placesOf(scores);

        assertThat(placesOf(shuffled)).isEqualTo(places);
        assertThat(new HashSet<>(places.values()))
                .as("no place is skipped")
                .isEqualTo(new HashSet<>(IntStream.rangeClosed(
                                1, (int) places.values().stream().distinct().count())
                        .boxed()
                        .toList()));
    }

    private static Map<BigDecimal, Integer> placesOf(List<BigDecimal> scores) {
        Map<BigDecimal, Integer> places = new HashMap<>();
        Ranking.of(scores, score -> score).places().forEach(place -> places.put(place.score(), place.rank()));
        return places;
    }

    private static Ranking<BigDecimal> rank(String... scores) {
        return Ranking.of(List.of(scores).stream().map(BigDecimal::new).toList(), score -> score);
    }
}
