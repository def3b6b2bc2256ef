package org.assent.screening;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Who gets a place, who waits in reserve, and who comes next when a place falls vacant: the one place where this is
 * decided. The same candidates give the same answer, in whatever order they come.
 */
record Selection(List<Nominee> selected, List<Nominee> alternates, List<Nominee> notSelected) {

    /**
     * Overseas and local places are filled apart (R3, R4). Each economy gets its usual places first, every economy its
     * first one before any its second; what is left goes by merit to any economy (vacant slots, domain.md 3). Whoever
     * is left waits as an alternate, unless there are no places of that kind to wait for.
     */
    static Selection propose(Collection<Nominee> eligible, Places places) {
        Selection selection = new Selection(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        for (Place place : Place.values()) {
            List<Nominee> inTurn = inTurn(
                    eligible.stream()
                            .filter(nominee -> nominee.place() == place)
                            .toList(),
                    places.perEconomy());
            int filled = Math.min(places.of(place), inTurn.size());
            selection.selected.addAll(inTurn.subList(0, filled));
            List<Nominee> rest =
                    inTurn.subList(filled, inTurn.size()).stream().sorted().toList();
            (places.of(place) > 0 ? selection.alternates : selection.notSelected).addAll(rest);
        }
        return selection;
    }

    /** Who fills a vacant place: of the same economy first, then by merit from any other. */
    static Optional<Nominee> next(Collection<Nominee> alternates, Place vacant, String economy) {
        return alternates.stream()
                .filter(alternate -> alternate.place() == vacant)
                .min(Comparator.comparing(
                                (Nominee alternate) -> !alternate.economy().equals(economy))
                        .thenComparing(Comparator.naturalOrder()));
    }

    /** Economies that hold more overseas places than usual. This warns and never blocks (R4). */
    static Map<String, Long> overQuota(Collection<Nominee> selected, int perEconomy) {
        Map<String, Long> held = new TreeMap<>();
        selected.stream()
                .filter(nominee -> nominee.place() == Place.OVERSEAS)
                .forEach(nominee -> held.merge(nominee.economy(), 1L, Long::sum));
        held.values().removeIf(places -> places <= perEconomy);
        return held;
    }

    private static List<Nominee> inTurn(List<Nominee> nominees, int perEconomy) {
        Map<String, Integer> turns = new HashMap<>();
        Map<Nominee, Integer> turnOf = new HashMap<>();
        for (Nominee nominee : nominees.stream().sorted().toList()) {
            int turn = turns.merge(nominee.economy(), 1, Integer::sum);
            turnOf.put(nominee, Math.min(turn, perEconomy + 1));
        }
        return nominees.stream()
                .sorted(Comparator.<Nominee>comparingInt(nominee -> turnOf.getOrDefault(nominee, perEconomy + 1))
                        .thenComparing(Comparator.naturalOrder()))
                .toList();
    }
}
