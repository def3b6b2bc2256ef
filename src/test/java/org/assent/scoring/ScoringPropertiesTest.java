package org.assent.scoring;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.apache.commons.numbers.fraction.BigFraction;

/** What holds for any ladder and any figure. */
class ScoringPropertiesTest {

    private static final BigFraction HUNDRED = BigFraction.of(100);

    @Property(tries = 500)
    void a_better_figure_never_scores_less(
            @ForAll("ladders") Ladder ladder,
            @ForAll("figures") int one,
            @ForAll("figures") int other,
            @ForAll Mode mode) {
        Figure better = figure(
                ladder, ladder.direction() == Direction.HIGHER_IS_BETTER ? Math.max(one, other) : Math.min(one, other));
        Figure worse = figure(
                ladder, ladder.direction() == Direction.HIGHER_IS_BETTER ? Math.min(one, other) : Math.max(one, other));

        assertThat(raw(ladder, better, mode)).isGreaterThanOrEqualTo(raw(ladder, worse, mode));
    }

    @Property(tries = 500)
    void a_score_is_nothing_or_between_the_last_mark_and_a_hundred(
            @ForAll("ladders") Ladder ladder, @ForAll("figures") int value, @ForAll Mode mode) {
        BigFraction raw = raw(ladder, figure(ladder, value), mode);
        BigFraction floor =
                BigFraction.of(ladder.levels().get(ladder.levels().size() - 1).mark());

        assertThat(raw.isZero() || raw.compareTo(floor) >= 0).isTrue();
        assertThat(raw).isLessThanOrEqualTo(HUNDRED);
    }

    @Property(tries = 300)
    void at_each_level_stands_its_mark_and_just_beside_it_hardly_more_or_less(@ForAll("ladders") Ladder ladder) {
        List<Level> levels = ladder.levels();
        for (int i = 0; i < levels.size(); i++) {
            Figure level = levels.get(i).figure();
            assertThat(raw(ladder, level, Mode.INTERPOLATE))
                    .isEqualTo(BigFraction.of(levels.get(i).mark()));
            if (i > 0) {
                BigFraction step = levels.get(i - 1).figure().exact().subtract(level.exact());
                Figure beside = Figure.computed(ladder.kind(), level.exact().add(step.divide(1_000_000)));
                BigFraction more = raw(ladder, beside, Mode.INTERPOLATE)
                        .subtract(levels.get(i).mark());
                assertThat(more)
                        .isEqualTo(BigFraction.of(
                                levels.get(i - 1).mark() - levels.get(i).mark(), 1_000_000));
                Figure justBelow = Figure.computed(
                        ladder.kind(), levels.get(i - 1).figure().exact().subtract(step.divide(1_000_000)));
                assertThat(raw(ladder, justBelow, Mode.INTERPOLATE).add(more))
                        .isEqualTo(BigFraction.of(levels.get(i - 1).mark()));
            }
        }
    }

    @Property(tries = 500)
    void steps_never_give_more_than_proportion(@ForAll("ladders") Ladder ladder, @ForAll("figures") int value) {
        Figure figure = figure(ladder, value);
        BigFraction steps = raw(ladder, figure, Mode.STEP);

        assertThat(steps).isLessThanOrEqualTo(raw(ladder, figure, Mode.INTERPOLATE));
        assertThat(steps.isZero()
                        || ladder.levels().stream().anyMatch(level -> steps.equals(BigFraction.of(level.mark()))))
                .isTrue();
    }

    @Property(tries = 200)
    void no_evidence_no_score(@ForAll("ladders") Ladder ladder, @ForAll("figures") int value, @ForAll Mode mode) {
        assertThat(ladder.score(figure(ladder, value), mode, false).raw()).isEqualTo(BigFraction.ZERO);
    }

    @Property(tries = 200)
    void the_unit_does_not_matter(@ForAll("ladders") Ladder ladder, @ForAll("figures") int value) {
        List<String> thousandfold = ladder.levels().stream()
                .map(level -> ladder.kind() == ValueKind.DATE
                        ? level.figure().toString()
                        : new BigDecimal(level.figure().toString().replace(" %", ""))
                                .movePointRight(3)
                                .toPlainString())
                .toList();
        Ladder other = Ladder.of(Terms.OPEN, thousandfold);
        Figure same = ladder.kind() == ValueKind.DATE
                ? figure(ladder, value)
                : Figure.read(new BigDecimal(value).movePointRight(1).toPlainString());

        assertThat(raw(other, same, Mode.INTERPOLATE)).isEqualTo(raw(ladder, figure(ladder, value), Mode.INTERPOLATE));
    }

    @Property(tries = 200)
    void a_composite_does_not_depend_on_the_order(@ForAll("parts") List<Composite.Part> parts, @ForAll Random random) {
        List<Composite.Part> shuffled = new ArrayList<>(parts);
        Collections.shuffle(shuffled, random);
        BigFraction plainly = parts.stream()
                .map(part -> part.score().weighted(part.weight()))
                .reduce(BigFraction.ZERO, BigFraction::add);

        assertThat(Composite.of(shuffled).exact()).isEqualTo(plainly);
        assertThat(Composite.of(shuffled).shown()).isEqualTo(Exact.shown(plainly));
        int half = parts.size() / 2;
        assertThat(Composite.together(List.of(
                                Composite.of(parts.subList(0, half)), Composite.of(parts.subList(half, parts.size()))))
                        .exact())
                .isEqualTo(plainly);
    }

    @Property(tries = 200)
    void a_plan_counts_with_its_share_of_the_full_mark(@ForAll("parts") List<Composite.Part> parts) {
        Composite plan = Composite.of(parts);
        BigDecimal fullMark = new BigDecimal(25);
        BigDecimal weight = new BigDecimal(4);

        Composite scaled = plan.scaled(fullMark, weight);

        assertThat(scaled.exact()).isEqualTo(plan.exact().multiply(4).divide(25));
        assertThat(scaled.weights()).isEqualTo(weight);
        assertThat(plan.scaled(fullMark, fullMark).exact()).isEqualTo(plan.exact());
    }

    @Example
    void a_plan_s_full_mark_scales_to_its_weight() {
        List<Composite.Part> grievances = IntStream.of(5, 8, 5, 3, 4)
                .mapToObj(weight -> new Composite.Part(score("4/3/2", weight == 8 ? "2" : "4"), new BigDecimal(weight)))
                .toList();
        Composite plan = Composite.of(grievances);

        assertThat(plan.shown()).isEqualTo(new BigDecimal("23.40"));
        assertThat(plan.weights()).isEqualTo(new BigDecimal("25"));
        assertThat(plan.scaled(new BigDecimal(25), new BigDecimal(4)).shown()).isEqualTo(new BigDecimal("3.74"));
        assertThat(plan.explainScaled(new BigDecimal(25), new BigDecimal(4)))
                .isEqualTo("23.40 of 25 marks, with a weight of 4: 23.40 / 25 x 4 = 3.74.");
    }

    @Example
    void the_teaching_example_adds_up() {
        Composite composite = Composite.of(List.of(
                new Composite.Part(score("30/25/20/10/5", "15"), new BigDecimal(50)),
                new Composite.Part(score("20/18/16/14/12", "18"), new BigDecimal(30)),
                new Composite.Part(score("500/450/400/300/250", "600"), new BigDecimal(20))));

        assertThat(composite.shown()).isEqualTo(new BigDecimal("84.50"));
        assertThat(composite.weights()).isEqualTo(new BigDecimal("100"));
    }

    @Example
    void rounds_once_at_the_end() {
        // three times 0.97333... is 2.92; three times 0.97 would be 2.91
        Composite.Part late = new Composite.Part(score("16 Jul/31 Jul", "20 Jul"), BigDecimal.ONE);

        assertThat(Composite.of(List.of(late, late, late)).shown()).isEqualTo(new BigDecimal("2.92"));
    }

    @Example
    void thousands_of_odd_fractions_add_up_in_a_moment() {
        Random random = new Random(3);
        List<Composite.Part> parts = IntStream.range(0, 10_000)
                .mapToObj(i -> {
                    long span = 1_000_000_000L + random.nextInt(1_000_000_000);
                    return new Composite.Part(
                            score(span + "/0", Long.toString(random.nextInt(1_000_000_000))), BigDecimal.ONE);
                })
                .toList();
        // adding and reducing them one after the other would not end in any useful time
        long before = System.nanoTime();

        BigDecimal shown = Composite.of(parts).shown();

        assertThat(System.nanoTime() - before).as("nanoseconds").isLessThan(120_000_000_000L);
        assertThat(shown).isBetween(new BigDecimal("9000"), new BigDecimal("10000"));
    }

    @Provide
    Arbitrary<List<Composite.Part>> parts() {
        return Combinators.combine(
                        ladders(),
                        figures(),
                        Arbitraries.of(Mode.class),
                        Arbitraries.integers().between(1, 4000))
                .as((ladder, value, mode, weight) -> new Composite.Part(
                        ladder.score(figure(ladder, value), mode, true), new BigDecimal(weight).movePointLeft(2)))
                .list()
                .ofMaxSize(12);
    }

    /** In hundredths, or in days. */
    @Provide
    Arbitrary<Integer> figures() {
        return Arbitraries.integers().between(-600, 600);
    }

    @Provide
    Arbitrary<Ladder> ladders() {
        Arbitrary<List<Integer>> values = Arbitraries.integers()
                .between(-500, 500)
                .set()
                .ofMinSize(2)
                .ofMaxSize(5)
                .map(set -> List.copyOf(new TreeSet<>(set)));
        return Combinators.combine(values, Arbitraries.of(Direction.class), Arbitraries.of(ValueKind.class))
                .as((sorted, direction, kind) -> {
                    List<Integer> run = new ArrayList<>(sorted);
                    if (direction == Direction.HIGHER_IS_BETTER) {
                        Collections.reverse(run);
                    }
                    return Ladder.of(
                            Terms.OPEN.running(direction),
                            run.stream().map(value -> typed(kind, value)).toList());
                });
    }

    private static Figure figure(Ladder ladder, int value) {
        return ladder.read(typed(ladder.kind(), value));
    }

    private static String typed(ValueKind kind, int value) {
        return switch (kind) {
            case NUMBER -> new BigDecimal(value).movePointLeft(2).toPlainString();
            case PERCENT -> new BigDecimal(value).movePointLeft(2).toPlainString() + " %";
            case DATE -> LocalDate.of(2021, 7, 1).plusDays(value).toString();
        };
    }

    private static BigFraction raw(Ladder ladder, Figure figure, Mode mode) {
        return ladder.score(figure, mode, true).raw();
    }

    private static Score score(String ladder, String actual) {
        Ladder read = Ladder.of(Terms.OPEN, Ladder.split(ladder));
        return read.score(read.read(actual), Mode.INTERPOLATE, true);
    }
}
