package org.assent.engine;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/**
 * What somebody who deploys into the running desk may not draw anew: who is barred from a task and who does it, what
 * begins a case and under which key, which steps of the programme a process has, and that none of its steps is passed
 * by. The version in force says it; the programme's own models come at its start and have passed its tests. So a
 * drawing alone does no official's work.
 */
final class KeptDuties {

    private static final String ENGINEERS =
            ". That is changed with the programme, by its engineers. Nothing was deployed.";
    private static final Set<String> AUDIENCE =
            Set.of("candidateGroups", "candidateUsers", "assignee", "humanPerformer", "performer", "potentialOwner");

    /** By the name that the Modeler shows. */
    private static final Map<String, String> SHOWN = Map.of(
            "cancelActivity", "interrupting or not",
            "isInterrupting", "interrupting or not",
            "multiInstanceLoopCharacteristics", "multi-instance",
            "formRef", "form",
            "calledElement", "called element",
            "decisionRef", "decision",
            "delegateExpression", "delegate expression",
            "extensionElements", "inputs, outputs or listeners");

    private final String file;
    private final DrawnProcess process;
    private final Map<String, Element> steps;

    private KeptDuties(String file, DrawnProcess process) {
        this.file = file;
        this.process = process;
        this.steps = process.steps();
    }

    /** @param inForce by a process's id the drawing in force; null where there is none */
    static void check(String file, Document drawing, Function<String, @Nullable Document> inForce) {
        for (DrawnProcess process : DrawnProcess.all(drawing)) {
            KeptDuties duties = new KeptDuties(file, process);
            Document before = inForce.apply(process.id());
            if (before == null) {
                duties.checkNew();
            } else {
                duties.checkChanged(DrawnProcess.of(before, process.id()));
            }
        }
    }

    private void checkNew() {
        String name = "The process “" + process.id() + "” in " + file;
        if (!process.work().isEmpty()
                || !process.letters().isEmpty()
                || !process.calls().isEmpty()) {
            throw new Refusal(name + " is new and has steps of the programme or calls another process" + ENGINEERS);
        }
        if (!process.beginnings().isEmpty()) {
            throw new Refusal(name + " is new and begins by itself, where an official should start it" + ENGINEERS);
        }
    }

    private void checkChanged(DrawnProcess before) {
        Map<String, Set<String>> bars = process.bars();
        before.bars().forEach((task, barred) -> {
            if (!bars.getOrDefault(task, Set.of()).containsAll(barred)) {
                throw new Refusal(
                        "“" + task + "” in " + file
                                + " is barred to whoever did an earlier step of the case: keep the task, and its properties notBy and notByInSameRound as they are in the version in force. Nothing was deployed.");
            }
        });
        keep(
                "begins in another way than the version in force (a timer, message or signal)",
                before,
                p -> p.beginnings());
        keep("has steps of the programme that the version in force has not", before, p -> p.work());
        keep("calls another process, or under another key, than the version in force", before, p -> p.calls());
        keep("has tasks for people that the version in force has not", before, p -> p.tasks());
        keep(
                "asks tables, or runs steps beside the drawing, where the version in force does not",
                before,
                p -> p.asides());
        keep("writes into the case what the version in force does not", before, p -> p.fillings());
        keep(
                "raises an event (an error, a signal, an end of everything) that the version in force does not",
                before,
                p -> p.raised());
        keep("goes on in several ways at once where the version in force does not", before, p -> p.forks());
        checkLetters(before);
        before.steps().forEach(this::checkStep);
        checkWays(before);
    }

    private void keep(String fault, DrawnProcess before, Function<DrawnProcess, Set<String>> what) {
        Set<String> added = new HashSet<>(what.apply(process));
        added.removeAll(what.apply(before));
        if (!added.isEmpty()) {
            throw new Refusal(
                    file + " " + fault + ": " + added.stream().sorted().collect(Collectors.joining(", ")) + ENGINEERS);
        }
    }

    /** A reminder may be drawn once more; what tells people of a decision goes out where it did. */
    private void checkLetters(DrawnProcess before) {
        Map<String, String> known = before.letters();
        Set<String> reminders = before.reminders();
        process.letters().forEach((box, letter) -> {
            if (!known.containsKey(box) && !reminders.contains(letter)) {
                throw new Refusal(
                        named(box) + " sends the letter “" + letter
                                + "”: a box that you add may send a reminder that this process knows already, and no other letter. Nothing was deployed.");
            }
        });
    }

    private void checkStep(String id, Element before) {
        Element now = steps.get(id);
        if (now == null) {
            // whether the case goes on without it is seen by its ways; what would cut a step off lies beside them
            String at = before.getAttribute("attachedToRef");
            if (steps.containsKey(at) && !before.getAttribute("cancelActivity").equals("false")) {
                throw new Refusal("“" + DrawnProcess.label(before) + "” (" + id + ") ends " + named(at)
                        + " in the version in force and is not in " + file
                        + ": draw it at its edge again, with what follows it. Nothing was deployed.");
            }
            if (before.getLocalName().equals("startEvent")
                    && DrawnProcess.definitions(before).findAny().isPresent()) {
                throw new Refusal("With “" + DrawnProcess.label(before) + "” (" + id
                        + ") something begins in the version in force, and it is not in " + file
                        + ": draw it again, with what follows it. Nothing was deployed.");
            }
            return;
        }
        Map<String, String> kept = DrawnProcess.features(before);
        Map<String, String> drawn = DrawnProcess.features(now);
        List<String> other = Stream.concat(kept.keySet().stream(), drawn.keySet().stream())
                .distinct()
                .filter(feature -> !kept.getOrDefault(feature, "").equals(drawn.getOrDefault(feature, "")))
                .sorted()
                .toList();
        if (other.stream().anyMatch(AUDIENCE::contains)) {
            throw new Refusal(
                    named(id)
                            + " would belong to others than in the version in force: keep its assignee and its candidates as they are there. Who does a task is changed with the programme, by its engineers. Nothing was deployed.");
        }
        if (!other.isEmpty()) {
            throw new Refusal(named(id)
                    + " is not as in the version in force ("
                    + other.stream().map(one -> SHOWN.getOrDefault(one, one)).collect(Collectors.joining(", "))
                    + "): you may reword its label and its documentation, and move it in the picture; keep the rest"
                    + ENGINEERS);
        }
    }

    /** Everything that stood on the way to a step stands there still: what is drawn in between is passed through. */
    private void checkWays(DrawnProcess before) {
        Set<String> stations = Ways.stations(before);
        Set<Ways.Way> known = before.ways(stations).all();
        Set<Ways.Way> drawn = process.ways(stations).all();
        for (Ways.Way way : drawn) {
            List<Ways.Way> same = known.stream()
                    .filter(one -> one.from().equals(way.from()) && one.to().equals(way.to()))
                    .toList();
            if (same.isEmpty()) {
                throw new Refusal(
                        file + " leads from " + named(way.from()) + " to " + named(way.to())
                                + " past what stands between them in the version in force: draw the flows so that every way there takes the same steps as before; a letter or a wait of your own may stand between two of them. Nothing was deployed.");
            }
            if (same.stream().noneMatch(one -> way.answers().containsAll(one.answers()))) {
                throw new Refusal(
                        file + " leads from " + named(way.from()) + " to " + named(way.to())
                                + " without the answer that it takes in the version in force: keep the conditions and the default of the flows between them. Nothing was deployed.");
            }
        }
        Map<String, Long> joins = process.joins();
        before.joins().forEach((join, flows) -> {
            Set<String> awaited = from(known, join);
            awaited.removeAll(from(drawn, join));
            if (!awaited.isEmpty() && steps.containsKey(join)) {
                throw new Refusal(file + " does not wait at " + named(join) + " for "
                        + awaited.stream().map(this::named).sorted().collect(Collectors.joining(", "))
                        + ", as the version in force does: lead every branch there as before. Nothing was deployed.");
            }
            if (steps.containsKey(join) && !flows.equals(joins.get(join))) {
                throw new Refusal(file + " does not wait at " + named(join)
                        + " as the version in force does: as many flows as there, " + flows
                        + ", must lead to it, each with a branch of its own. Nothing was deployed.");
            }
        });
        checkLeft(before, known, drawn);
        checkEdges(before);
    }

    /** No way is lost, or an answer would lead nowhere; only what reminds may go, with what leads to it. */
    private void checkLeft(DrawnProcess before, Set<Ways.Way> known, Set<Ways.Way> drawn) {
        Set<String> reminders = Reminders.of(before, known);
        Set<String> left = drawn.stream().map(KeptDuties::ends).collect(Collectors.toSet());
        for (Ways.Way way : known) {
            boolean isReminder =
                    Stream.of(way.from(), way.to()).anyMatch(end -> reminders.contains(end) && !steps.containsKey(end));
            if (!isReminder && !left.contains(ends(way))) {
                throw new Refusal(
                        file + " does not lead from " + named(way.from()) + " to " + named(way.to())
                                + " any more: draw every way of the version in force, through the same steps; only what reminds may be taken out. Nothing was deployed.");
            }
        }
    }

    private static String ends(Ways.Way way) {
        return way.from() + "\n" + way.to();
    }

    /** What somebody adds at a step's edge may remind; it does not end the step. */
    private void checkEdges(DrawnProcess before) {
        Map<String, Element> known = before.steps();
        steps.forEach((id, step) -> {
            String at = step.getAttribute("attachedToRef");
            if (!known.containsKey(id)
                    && known.containsKey(at)
                    && !step.getAttribute("cancelActivity").equals("false")) {
                throw new Refusal(
                        named(id) + " would end " + named(at)
                                + ": an event that you add at the edge of a step may only remind, so make it non-interrupting. Nothing was deployed.");
            }
        });
    }

    private static Set<String> from(Set<Ways.Way> ways, String to) {
        return ways.stream()
                .filter(way -> way.to().equals(to))
                .map(Ways.Way::from)
                .collect(Collectors.toCollection(HashSet::new));
    }

    private String named(String id) {
        if (id.startsWith(Ways.EDGE)) {
            return Ways.EDGE + named(id.substring(Ways.EDGE.length()));
        }
        if (id.equals(Ways.BEGINNING) || id.equals(Ways.END)) {
            return id;
        }
        Element step = steps.get(id);
        String label = step == null ? id : DrawnProcess.label(step);
        return label.equals(id) ? "“" + id + "”" : "“" + label + "” (" + id + ")";
    }
}
