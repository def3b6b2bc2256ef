package org.assent.engine;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.w3c.dom.Element;

/**
 * What of a drawing only reminds: events at the edge of a step that leave it as it is and lead to letters alone, and
 * those letters. Nobody's duty is less without them.
 */
final class Reminders {

    private final Map<String, Element> steps;
    private final Set<Ways.Way> ways;
    private final Set<String> all = new HashSet<>();

    private Reminders(DrawnProcess process, Set<Ways.Way> ways) {
        this.steps = process.steps();
        this.ways = ways;
    }

    /** By id. */
    static Set<String> of(DrawnProcess process, Set<Ways.Way> ways) {
        Reminders reminders = new Reminders(process, ways);
        reminders.steps.forEach((id, step) -> {
            if (step.getAttribute("cancelActivity").equals("false")) {
                reminders.follow(id);
            }
        });
        return reminders.all;
    }

    private void follow(String edge) {
        Set<String> passed = new HashSet<>(Set.of(edge));
        Deque<String> open = new ArrayDeque<>(passed);
        while (!open.isEmpty()) {
            String from = open.remove();
            for (Ways.Way way : ways) {
                if (way.from().equals(from) && !way.to().equals(Ways.END)) {
                    Element next = steps.get(way.to());
                    if (next == null || !DrawnProcess.isLetter(next)) {
                        return;
                    }
                    if (passed.add(way.to())) {
                        open.add(way.to());
                    }
                }
            }
        }
        all.addAll(passed);
    }
}
