package org.assent.history;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.assent.engine.CaseHistory.Visit;
import org.assent.engine.DrawnModel;
import org.jspecify.annotations.Nullable;

/**
 * Which arrows a case took. The engine keeps visits of steps and no arrows: into each visit leads the arrow from the step
 * that ended last before it; into a join lead all of them. Public: the auditors' page paints them.
 */
public final class PathWalked {

    private static final String LOOP = "#multiInstanceBody";

    private PathWalked() {}

    public static Set<String> of(DrawnModel model, List<Visit> all) {
        List<Visit> visits = withoutTurns(all);
        Set<String> taken = new TreeSet<>();
        for (Visit visit : visits) {
            boolean joins =
                    visit.type().equals("parallelGateway") || visit.type().equals("inclusiveGateway");
            Instant latest = Instant.MIN;
            List<String> candidates = new ArrayList<>();
            for (DrawnModel.Flow flow : model.flows()) {
                if (!flow.to().equals(visit.step())) {
                    continue;
                }
                Instant left = left(flow.from(), visit, visits);
                if (left == null) {
                    continue;
                }
                if (!joins && left.isAfter(latest)) {
                    candidates.clear();
                    latest = left;
                }
                if (joins || left.equals(latest)) {
                    candidates.add(flow.id());
                }
            }
            taken.addAll(candidates);
        }
        return taken;
    }

    /** A loop is entered and left once, however many turns it takes. */
    private static List<Visit> withoutTurns(List<Visit> visits) {
        return visits.stream()
                .filter(visit -> !visit.parent().startsWith(visit.step() + LOOP))
                .map(visit -> visit.type().equals("multiInstanceBody") ? loop(visit) : visit)
                .toList();
    }

    private static Visit loop(Visit body) {
        return new Visit(
                body.id(),
                body.parent(),
                body.step().replace(LOOP, ""),
                body.name(),
                "loop",
                null,
                "",
                body.start(),
                body.end(),
                body.cancelled(),
                null);
    }

    /** When the step was last left before this visit began, in the same part of the case. */
    private static @Nullable Instant left(String step, Visit next, List<Visit> visits) {
        // steps of one transaction read the clock one after the other
        Instant until = next.start().plus(Duration.ofMillis(1));
        return visits.stream()
                .filter(one -> one.step().equals(step) && !one.cancelled() && one.end() != null)
                .filter(one ->
                        one.parent().equals(next.parent()) || one.parent().contains("#multiInstanceBody"))
                .map(Visit::end)
                .filter(end -> !end.isAfter(until))
                .max(Instant::compareTo)
                .orElse(null);
    }
}
