package org.assent.engine;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toCollection;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;

/**
 * Which station of a process comes next after which, and by what answers. What a drawing adds between stations (a
 * letter, a wait, a question) is passed through, so two drawings can be laid beside each other.
 */
final class Ways {

    /** In ways and their answers. The largest of our own models takes some thousands; each question may double them. */
    private static final int MOST = 1_000_000;

    static final String BEGINNING = "the beginning";
    static final String END = "the end of the process";
    /** From a step's edge, while it is being worked on. */
    static final String EDGE = "the edge of ";

    /** One way from station to station, with the answers that open it. */
    record Way(String from, String to, Set<String> answers) {}

    private record Walk(String from, Set<String> answers, @Nullable Element aside) {}

    private final Map<String, Element> steps = new LinkedHashMap<>();
    private final Map<String, List<Element>> flows;
    private final Set<String> stations;
    private final Set<Way> found = new HashSet<>();
    private final Set<Object> seen = new HashSet<>();
    private final Deque<Runnable> open = new ArrayDeque<>();
    private long walked;

    Ways(Element process, Set<String> stations) {
        this.stations = stations;
        this.flows = DrawnProcess.elements(process.getElementsByTagNameNS(DrawnProcess.BPMN, "sequenceFlow"))
                .collect(groupingBy(flow -> flow.getAttribute("sourceRef")));
        DrawnProcess.elements(process.getElementsByTagNameNS(DrawnProcess.BPMN, "*"))
                .filter(DrawnProcess::isStep)
                .forEach(step -> steps.put(step.getAttribute("id"), step));
        begin(process, new Walk(BEGINNING, Set.of(), null));
        walk();
        steps.forEach((id, step) -> {
            if (stations.contains(id)) {
                leave(step, new Walk(id, Set.of(), aside(step)));
            }
            String edge = step.getAttribute("attachedToRef");
            if (!edge.isEmpty()) {
                enter(step, new Walk(EDGE + edge, Set.of(), aside(step)));
            }
            walk();
        });
    }

    Set<Way> all() {
        return found;
    }

    /** What is always passed in its turn; gateways, plain beginnings and ends only lead on. */
    static Set<String> stations(DrawnProcess process) {
        Set<String> joins = process.joins().keySet();
        return process.steps().entrySet().stream()
                .filter(step -> joins.contains(step.getKey()) || isStation(step.getValue()))
                .map(Map.Entry::getKey)
                .collect(toCollection(TreeSet::new));
    }

    private static boolean isStation(Element step) {
        return switch (step.getLocalName()) {
            case "subProcess", "transaction", "adHocSubProcess" -> false;
            case "startEvent" -> DrawnProcess.definitions(step).findAny().isPresent();
            case "endEvent" ->
                DrawnProcess.definitions(step)
                        .anyMatch(kind -> !kind.getLocalName().equals("terminateEventDefinition"));
            default -> !step.getLocalName().endsWith("Gateway");
        };
    }

    private void enter(Element step, Walk walk) {
        String id = step.getAttribute("id");
        if (stations.contains(id)) {
            found.add(new Way(walk.from, id, walk.answers));
        } else if (seen.add(List.of(id, walk.from, walk.answers, walk.aside == null))) {
            walked += 1 + walk.answers.size();
            open.add(() -> goOn(step, walk));
        }
    }

    private void goOn(Element step, Walk walk) {
        if (!isScope(step)) {
            leave(step, walk);
            return;
        }
        begin(step, walk);
        if (DrawnProcess.isRepeated(step)) {
            // for none of many it is passed by
            leave(step, walk);
        }
    }

    /** One after the other: a long drawing is no deep one. */
    private void walk() {
        while (!open.isEmpty()) {
            if (walked > MOST) {
                throw new Refusal(
                        "There are too many ways through this drawing to compare them with the version in force: draw fewer questions between two of its steps. Nothing was deployed.");
            }
            open.remove().run();
        }
    }

    private void begin(Element scope, Walk walk) {
        DrawnProcess.children(scope)
                .filter(start -> start.getLocalName().equals("startEvent")
                        && DrawnProcess.definitions(start).findAny().isEmpty())
                .forEach(start -> enter(start, walk));
    }

    private void leave(Element step, Walk walk) {
        List<Element> out = flows.getOrDefault(step.getAttribute("id"), List.of());
        if (out.isEmpty()) {
            end((Element) step.getParentNode(), walk);
        }
        for (Element flow : out) {
            Set<String> answers = new TreeSet<>(walk.answers);
            answers.addAll(answers(step, flow, out));
            Element next = steps.get(flow.getAttribute("targetRef"));
            if (next != null) {
                enter(next, new Walk(walk.from, answers, walk.aside));
            }
        }
    }

    private void end(Element scope, Walk walk) {
        if (scope.equals(walk.aside)) {
            // whatever runs beside the others ends alone
            return;
        }
        if (!isScope(scope)) {
            found.add(new Way(walk.from, END, walk.answers));
        } else if (!scope.getAttribute("triggeredByEvent").equals("true")) {
            leave(scope, walk);
        } else if (DrawnProcess.children(scope)
                .anyMatch(start -> start.getAttribute("isInterrupting").equals("false"))) {
            // it ran beside its process, and is over
            found.add(new Way(walk.from, END, walk.answers));
        } else {
            end((Element) scope.getParentNode(), walk);
        }
    }

    private static Set<String> answers(Element step, Element flow, List<Element> all) {
        String kind = step.getLocalName();
        if (kind.endsWith("Gateway") && !kind.equals("exclusiveGateway") && !kind.equals("inclusiveGateway")) {
            // it asks nothing, whatever its flows say
            return Set.of();
        }
        if (!flow.getAttribute("id").equals(step.getAttribute("default"))) {
            return condition(flow).collect(toCollection(TreeSet::new));
        }
        return all.stream()
                .filter(other -> other != flow)
                .flatMap(Ways::condition)
                .map(other -> "not " + other)
                .collect(toCollection(TreeSet::new));
    }

    private static Stream<String> condition(Element flow) {
        return DrawnProcess.children(flow)
                .filter(child -> child.getLocalName().equals("conditionExpression"))
                .map(condition -> condition.getTextContent().strip());
    }

    /** The scope in which it runs beside the others, if it does. */
    private static @Nullable Element aside(Element step) {
        return step.getAttribute("cancelActivity").equals("false")
                ? (Element) Objects.requireNonNull(step.getParentNode())
                : null;
    }

    private static boolean isScope(Element step) {
        String kind = step.getLocalName();
        return kind.equals("subProcess") || kind.equals("transaction");
    }
}
