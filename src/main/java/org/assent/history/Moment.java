package org.assent.history;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.assent.engine.CaseHistory;
import org.assent.engine.CaseHistory.Visit;

/**
 * A visit of a step at its beginning or its end, which is an event of a log: every end, and the beginning of what lasts
 * or has not ended. Both logs hold the same events, so that what one tool counts the other counts too.
 *
 * @param transition as IEEE 1849 calls it
 */
record Moment(Visit visit, Instant at, String transition) {

    private static final String START = "start";
    private static final Set<String> LASTING = Set.of("userTask", "callActivity");

    /** In the order of time, as a log must be. */
    static List<Moment> of(CaseHistory history) {
        return history.visits().stream()
                .filter(visit -> !visit.type().equals("multiInstanceBody"))
                .flatMap(Moment::of)
                .sorted(Comparator.comparing(Moment::at))
                .toList();
    }

    private static Stream<Moment> of(Visit visit) {
        Instant end = visit.end();
        Stream<Moment> begun = LASTING.contains(visit.type()) || end == null
                ? Stream.of(new Moment(visit, visit.start(), START))
                : Stream.empty();
        return end == null
                ? begun
                : Stream.concat(begun, Stream.of(new Moment(visit, end, visit.cancelled() ? "ate_abort" : "complete")));
    }

    boolean isBeginning() {
        return transition.equals(START);
    }
}
