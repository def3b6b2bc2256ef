package org.assent.screening;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class SelectionTest {

    private static final Instant SUBMITTED = Instant.parse("2022-08-01T00:00:00Z");

    @Property
    void there_are_never_more_selected_than_places(
            @ForAll("eligible") List<Nominee> all, @ForAll("places") Places places) {
        Selection selection = Selection.propose(all, places);

        assertThat(of(Place.OVERSEAS, selection.selected())).hasSizeLessThanOrEqualTo(places.overseas());
        assertThat(of(Place.LOCAL, selection.selected())).hasSizeLessThanOrEqualTo(places.local());
    }

    @Property
    void no_place_stays_vacant_while_somebody_waits(
            @ForAll("eligible") List<Nominee> all, @ForAll("places") Places places) {
        Selection selection = Selection.propose(all, places);

        for (Place place : Place.values()) {
            assertThat(of(place, selection.selected()))
                    .hasSize(Math.min(places.of(place), of(place, all).size()));
        }
    }

    @Property
    void nobody_is_selected_while_a_better_one_of_the_same_economy_is_left_out(
            @ForAll("eligible") List<Nominee> all, @ForAll("places") Places places) {
        Selection selection = Selection.propose(all, places);

        for (Nominee in : selection.selected()) {
            assertThat(leftOut(selection))
                    .noneMatch(out ->
                            out.place() == in.place() && out.economy().equals(in.economy()) && out.compareTo(in) < 0);
        }
    }

    @Property
    void no_economy_gets_more_than_usual_while_another_waits_for_its_usual_places(
            @ForAll("eligible") List<Nominee> all, @ForAll("places") Places places) {
        Selection selection = Selection.propose(all, places);

        for (Nominee out : leftOut(selection)) {
            if (held(selection, out) < places.perEconomy()) {
                assertThat(of(out.place(), selection.selected()))
                        .allMatch(in -> held(selection, in) <= places.perEconomy());
            }
        }
    }

    @Property
    void beyond_the_usual_places_merit_decides(@ForAll("eligible") List<Nominee> all, @ForAll("places") Places places) {
        Selection selection = Selection.propose(all, places);

        for (Place place : Place.values()) {
            List<Nominee> beyond = of(place, selection.selected()).stream()
                    .filter(in -> rankInEconomy(all, in) > places.perEconomy())
                    .toList();
            assertThat(of(place, leftOut(selection)))
                    .allMatch(out -> beyond.stream().allMatch(in -> in.compareTo(out) < 0));
        }
    }

    @Property
    void nobody_is_lost(@ForAll("eligible") List<Nominee> all, @ForAll("places") Places places) {
        Selection selection = Selection.propose(all, places);

        assertThat(Stream.of(selection.selected(), selection.alternates(), selection.notSelected())
                        .flatMap(Collection::stream))
                .containsExactlyInAnyOrderElementsOf(all);
    }

    @Property
    void alternates_stand_in_order_of_merit(@ForAll("eligible") List<Nominee> all, @ForAll("places") Places places) {
        Selection selection = Selection.propose(all, places);

        for (Place place : Place.values()) {
            assertThat(of(place, selection.alternates())).isSorted();
        }
    }

    @Property
    void the_same_candidates_in_any_order_give_the_same_selection(
            @ForAll("eligible") List<Nominee> all, @ForAll("places") Places places, @ForAll Random random) {
        List<Nominee> shuffled = new ArrayList<>(all);
        Collections.shuffle(shuffled, random);

        assertThat(Selection.propose(shuffled, places)).isEqualTo(Selection.propose(all, places));
    }

    @Property
    void the_next_alternate_is_the_best_of_the_same_economy_or_else_of_all(
            @ForAll("eligible") List<Nominee> alternates,
            @ForAll("economy") String economy,
            @ForAll Place vacant,
            @ForAll Random random) {
        List<Nominee> shuffled = new ArrayList<>(alternates);
        Collections.shuffle(shuffled, random);

        var next = Selection.next(shuffled, vacant, economy);

        List<Nominee> sameKind = of(vacant, alternates).stream().sorted().toList();
        assertThat(next)
                .isEqualTo(sameKind.stream()
                        .filter(alternate -> alternate.economy().equals(economy))
                        .findFirst()
                        .or(() -> sameKind.stream().findFirst()));
    }

    @Property
    void promotion_after_promotion_calls_every_alternate_once(
            @ForAll("eligible") List<Nominee> all, @ForAll("economy") String economy, @ForAll Place vacant) {
        List<Nominee> waiting = new ArrayList<>(all);
        List<Nominee> called = new ArrayList<>();
        for (var next = Selection.next(waiting, vacant, economy);
                next.isPresent();
                next = Selection.next(waiting, vacant, economy)) {
            called.add(next.get());
            waiting.remove(next.get());
        }

        assertThat(called).containsExactlyInAnyOrderElementsOf(of(vacant, all));
        assertThat(new HashSet<>(called)).hasSameSizeAs(called);
    }

    @Example
    void two_places_each_fill_thirty_eight_places_of_nineteen_economies() {
        List<Nominee> all = IntStream.range(0, 19)
                .boxed()
                .flatMap(economy -> IntStream.rangeClosed(1, 3)
                        .mapToObj(
                                rank -> nominee("E" + economy + "-" + rank, "E" + economy, Place.OVERSEAS, 90 - rank)))
                .toList();

        Selection selection = Selection.propose(all, new Places(38, 12, 2));

        assertThat(selection.selected()).hasSize(38).noneMatch(nominee -> nominee.reference()
                .endsWith("-3"));
        assertThat(Selection.overQuota(selection.selected(), 2)).isEmpty();
    }

    @Example
    void with_fewer_places_than_economies_the_best_first_choices_go() {
        List<Nominee> all = List.of(
                nominee("BD-1", "BD", Place.OVERSEAS, 60),
                nominee("IN-1", "IN", Place.OVERSEAS, 90),
                nominee("IN-2", "IN", Place.OVERSEAS, 89),
                nominee("NP-1", "NP", Place.OVERSEAS, 70));

        Selection selection = Selection.propose(all, new Places(2, 0, 2));

        assertThat(selection.selected()).extracting(Nominee::reference).containsExactly("IN-1", "NP-1");
        assertThat(selection.alternates()).extracting(Nominee::reference).containsExactly("IN-2", "BD-1");
    }

    @Example
    void places_that_others_leave_vacant_go_to_a_third_candidate_with_a_warning() {
        List<Nominee> all = List.of(
                nominee("IN-1", "IN", Place.OVERSEAS, 90),
                nominee("IN-2", "IN", Place.OVERSEAS, 80),
                nominee("IN-3", "IN", Place.OVERSEAS, 70),
                nominee("NP-1", "NP", Place.OVERSEAS, 20));

        Selection selection = Selection.propose(all, new Places(4, 0, 2));

        assertThat(selection.selected()).hasSize(4);
        assertThat(Selection.overQuota(selection.selected(), 2))
                .containsOnlyKeys("IN")
                .containsValue(3L);
    }

    @Example
    void the_host_fills_local_places_only_and_waits_for_none_where_there_are_none() {
        List<Nominee> all = List.of(nominee("LK-1", "LK", Place.LOCAL, 99), nominee("IN-1", "IN", Place.OVERSEAS, 10));

        Selection selection = Selection.propose(all, new Places(5, 0, 2));

        assertThat(selection.selected()).extracting(Nominee::reference).containsExactly("IN-1");
        assertThat(selection.notSelected()).extracting(Nominee::reference).containsExactly("LK-1");
        assertThat(Place.of("LK", List.of("LK", "BD"))).isEqualTo(Place.LOCAL);
        assertThat(Place.of("IN", List.of("LK", "BD"))).isEqualTo(Place.OVERSEAS);
    }

    @Example
    void a_tie_goes_by_preference_then_submission_then_reference() {
        Nominee first = new Nominee("B-9", "B", Place.OVERSEAS, 50, 1, SUBMITTED.plusSeconds(9));
        Nominee second = new Nominee("A-1", "A", Place.OVERSEAS, 50, 2, SUBMITTED);
        Nominee third = new Nominee("A-2", "A", Place.OVERSEAS, 50, 2, SUBMITTED.plusSeconds(1));
        Nominee fourth = new Nominee("A-3", "A", Place.OVERSEAS, 50, 2, SUBMITTED.plusSeconds(1));

        assertThat(Stream.of(fourth, third, first, second).sorted()).containsExactly(first, second, third, fourth);
    }

    @Provide
    Arbitrary<List<Nominee>> eligible() {
        Arbitrary<Nominee> nominee = Combinators.combine(
                        Arbitraries.integers().between(1, 9999),
                        economy(),
                        Arbitraries.integers().between(0, 6).map(tens -> tens * 10),
                        Arbitraries.integers().between(1, 5),
                        Arbitraries.integers().between(0, 3))
                .as((number, economy, points, preference, seconds) -> new Nominee(
                        economy + "-" + number,
                        economy,
                        Place.of(economy, List.of("LK", "BD")),
                        points,
                        preference,
                        SUBMITTED.plusSeconds(seconds)));
        return nominee.list().ofMaxSize(60).uniqueElements(Nominee::reference);
    }

    @Provide
    Arbitrary<String> economy() {
        return Arbitraries.of("LK", "BD", "IN", "NP", "TR", "FJ");
    }

    @Provide
    Arbitrary<Places> places() {
        Arbitrary<Integer> few = Arbitraries.integers().between(0, 25);
        return Combinators.combine(few, few, Arbitraries.integers().between(1, 3))
                .as(Places::new);
    }

    private static Nominee nominee(String reference, String economy, Place place, int points) {
        return new Nominee(reference, economy, place, points, 1, SUBMITTED);
    }

    private static List<Nominee> of(Place place, Collection<Nominee> nominees) {
        return nominees.stream().filter(nominee -> nominee.place() == place).toList();
    }

    private static List<Nominee> leftOut(Selection selection) {
        return Stream.concat(selection.alternates().stream(), selection.notSelected().stream())
                .toList();
    }

    private static long held(Selection selection, Nominee nominee) {
        return of(nominee.place(), selection.selected()).stream()
                .filter(other -> other.economy().equals(nominee.economy()))
                .count();
    }

    private static long rankInEconomy(List<Nominee> all, Nominee nominee) {
        return 1
                + of(nominee.place(), all).stream()
                        .filter(other -> other.economy().equals(nominee.economy()) && other.compareTo(nominee) < 0)
                        .count();
    }
}
