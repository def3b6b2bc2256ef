package org.assent.history;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.assent.engine.CaseHistory;
import org.assent.engine.CaseHistory.Act;
import org.assent.engine.CaseHistory.Decision;
import org.assent.engine.CaseHistory.Task;
import org.assent.engine.CaseHistory.Visit;

/** Everything that happened in a case, in one order. */
final class Timeline {

    /**
     * One thing that happened.
     *
     * @param activity what a process-mining tool counts; empty for what is no activity
     * @param step id of the step it happened in
     * @param completed what began before ends with it
     */
    record Event(
            String id,
            Instant at,
            String what,
            String by,
            String detail,
            String activity,
            String step,
            boolean completed,
            String called) {}

    /** Arrows and questions are seen in the diagram. */
    private static final Set<String> QUIET =
            Set.of("exclusiveGateway", "parallelGateway", "inclusiveGateway", "multiInstanceBody", "userTask");

    private final CaseHistory history;
    private final Words words;
    private final List<Event> events = new ArrayList<>();

    private Timeline(CaseHistory history, Words words) {
        this.history = history;
        this.words = words;
    }

    static List<Event> of(CaseHistory history, Words words) {
        Timeline timeline = new Timeline(history, words);
        timeline.steps();
        history.tasks().forEach(timeline::task);
        history.decisions().forEach(timeline::decision);
        timeline.rest();
        timeline.events.sort(Comparator.comparing(Event::at));
        return timeline.events;
    }

    private void steps() {
        var line = history.line();
        add(
                line.id(),
                line.start(),
                "Case begun",
                line.startedBy(),
                line.name() + ", version " + line.version(),
                "",
                "");
        for (Visit visit : history.visits()) {
            if (QUIET.contains(visit.type())) {
                continue;
            }
            String cancelled = visit.cancelled() ? ", cancelled" : "";
            events.add(new Event(
                    visit.id(),
                    visit.start(),
                    visit.label(),
                    "",
                    Words.type(visit.type()) + cancelled,
                    visit.label(),
                    visit.step(),
                    true,
                    visit.called() == null ? "" : visit.called()));
        }
        if (line.end() != null) {
            add(line.id() + "-end", line.end(), "Case ended", "", Words.outcome(line), "", line.outcome());
        }
    }

    private void task(Task task) {
        events.add(new Event(
                task.id() + "-open",
                task.start(),
                "Task opened: " + task.name(),
                "",
                task.due() == null
                        ? ""
                        : "due " + CaseTime.of(history.line().process()).moment(task.due()),
                task.name(),
                task.step(),
                false,
                ""));
        boolean told = false;
        int number = 0;
        for (Act act : task.life()) {
            boolean completes = act.what().equals("Complete");
            if (completes && told) {
                continue;
            }
            told |= completes;
            events.add(new Event(
                    task.id() + "-" + number++,
                    act.at(),
                    task.name() + ": " + words.act(act),
                    act.by(),
                    completes ? with(task, act) : "",
                    completes ? task.name() : "",
                    task.step(),
                    completes,
                    ""));
        }
        if (task.end() != null && !told) {
            boolean done = task.ended().equals("completed");
            events.add(new Event(
                    task.id() + "-end",
                    task.end(),
                    task.name() + (done ? ": completed" : ": taken away"),
                    done ? task.assignee() : "",
                    done ? "" : task.ended(),
                    done ? task.name() : "",
                    task.step(),
                    true,
                    ""));
        }
    }

    private String with(Task task, Act completion) {
        String values = with(history, completion);
        String late = task.isLate() ? "late" : "";
        String whose = task.isActedFor() ? "for " + words.person(task.owner()) : "";
        return java.util.stream.Stream.of(whose, late, values)
                .filter(one -> !one.isEmpty())
                .collect(Collectors.joining("; "));
    }

    /** The values that were set with it; what a form said of persons is in the desk's tables, not here. */
    static String with(CaseHistory history, Act completion) {
        return history.values().stream()
                .filter(value ->
                        !completion.operation().isEmpty() && value.operation().equals(completion.operation()))
                .map(value -> value.name() + " = " + value.text())
                .distinct()
                .collect(Collectors.joining(", "));
    }

    private void decision(Decision decision) {
        add(
                decision.id(),
                decision.at(),
                "Decided by table: " + decision.name(),
                "",
                CaseTables.about(decision) + "version " + decision.version() + ", " + CaseTables.rules(decision) + ": "
                        + CaseTables.clauses(decision.outputs()),
                "",
                decision.step());
    }

    private void rest() {
        history.remarks()
                .forEach(remark -> add(
                        "remark" + events.size(),
                        remark.at(),
                        remark.kind().equals("comment") ? "Comment" : "Document attached",
                        remark.by(),
                        remark.text(),
                        "",
                        ""));
        history.incidents()
                .forEach(incident -> add(
                        "incident" + events.size(),
                        incident.at(),
                        "Incident",
                        "",
                        incident.text(),
                        "",
                        incident.step()));
        history.operations().stream()
                .filter(operation -> operation.task() == null)
                .forEach(operation -> add(
                        "operation" + events.size(),
                        operation.at(),
                        "Operation: " + Words.plain(operation.what()) + " " + Words.plain(operation.on()),
                        operation.by(),
                        CaseTables.change(operation),
                        "",
                        ""));
    }

    private void add(String id, Instant at, String what, String by, String detail, String activity, String step) {
        events.add(new Event(id, at, what, by, detail, activity, step, true, ""));
    }
}
