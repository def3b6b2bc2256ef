package org.assent.history;

import static org.assent.history.Table.cell;
import static org.assent.history.Table.link;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.assent.engine.CaseHistories;
import org.assent.engine.CaseHistory;
import org.assent.engine.CaseHistory.Clause;
import org.assent.engine.CaseHistory.Decision;
import org.assent.engine.CaseHistory.Operation;
import org.assent.engine.CaseHistory.Task;
import org.assent.engine.CaseHistory.Value;
import org.assent.engine.CaseHistory.Visit;
import org.assent.engine.CaseLine;
import org.assent.engine.OfficialNames;
import org.assent.history.Table.Cell;
import org.springframework.stereotype.Component;

/** Everything that the engine kept of cases, as tables in plain words. Public: the auditors' page shows them. */
@Component
public class CaseTables {

    private static final int MOST_OF_DESK = 5000;

    private final OfficialNames names;
    private final CaseHistories histories;

    CaseTables(OfficialNames names, CaseHistories histories) {
        this.names = names;
        this.histories = histories;
    }

    Words words() {
        return new Words(names);
    }

    /** A line for each case; {@code house} tells what a tenant is called. */
    public Table cases(List<CaseLine> lines, java.util.function.UnaryOperator<String> house) {
        Words words = words();
        return new Table(
                "cases",
                "Cases",
                "",
                List.of(
                        "Case",
                        "Process",
                        "Version",
                        "Economy or office",
                        "Begun",
                        "Ended",
                        "Lasted",
                        "Outcome",
                        "Begun by"),
                lines.stream()
                        .map(line -> {
                            CaseTime time = CaseTime.of(line.process());
                            return List.of(
                                    link(line.key().isEmpty() ? "(no key)" : line.key(), line.id()),
                                    cell(line.name()),
                                    cell(String.valueOf(line.version())),
                                    cell(house.apply(line.tenant())),
                                    cell(time.spelled(line.start())),
                                    cell(time.spelled(line.end())),
                                    cell(CaseTime.lasted(line.milliseconds())),
                                    cell(Words.outcome(line)),
                                    cell(words.person(line.startedBy())));
                        })
                        .toList());
    }

    /** How a case ended, or that it runs. */
    public String outcome(CaseLine line) {
        return Words.outcome(line);
    }

    /** All tables of one case, the timeline first. */
    public List<Table> of(CaseHistory history) {
        Words words = words();
        CaseTime time = CaseTime.of(history.line().process());
        return List.of(
                timeline(history, words, time),
                steps(history, words, time),
                tasks(history, words, time),
                decisions(history, time),
                values(history, time),
                remarks(history, words, time),
                incidents(history, time),
                operations(history, words, time));
    }

    private Table timeline(CaseHistory history, Words words, CaseTime time) {
        return new Table(
                "timeline",
                "Timeline",
                "",
                List.of(when(time), "What", "Who", "More"),
                Timeline.of(history, words).stream()
                        .map(event -> List.of(
                                cell(time.moment(event.at())),
                                event.called().isEmpty()
                                        ? stepLink(event.what(), event.step())
                                        : link(event.what(), event.called()),
                                cell(words.person(event.by())),
                                cell(event.detail())))
                        .toList());
    }

    private Table steps(CaseHistory history, Words words, CaseTime time) {
        return new Table(
                "steps",
                "Steps",
                "",
                List.of("Step", "Kind", "From (" + time.town() + ")", "Until", "Lasted", "Who", "How it ended"),
                history.visits().stream()
                        .filter(visit -> !visit.type().equals("multiInstanceBody"))
                        .map(visit -> List.of(
                                visit.called() == null
                                        ? stepLink(Words.step(visit.label()), visit.step())
                                        : link(Words.step(visit.label()), visit.called()),
                                cell(Words.type(visit.type())),
                                cell(time.moment(visit.start())),
                                cell(time.moment(visit.end())),
                                cell(lasted(visit)),
                                cell(words.person(visit.assignee())),
                                cell(visit.end() == null ? "open" : visit.cancelled() ? "cancelled" : "done")))
                        .toList());
    }

    private static String lasted(Visit visit) {
        return visit.end() == null
                ? ""
                : CaseTime.lasted(visit.end().toEpochMilli() - visit.start().toEpochMilli());
    }

    private Table tasks(CaseHistory history, Words words, CaseTime time) {
        return new Table(
                "tasks",
                "Tasks",
                "What was typed into a form stands in the desk's own tables; here is what steered the case.",
                List.of(
                        "Task",
                        "Form version",
                        "Opened (" + time.town() + ")",
                        "Due",
                        "Ended",
                        "Done by",
                        "In the name of",
                        "Its life",
                        "Completed with"),
                history.tasks().stream()
                        .map(task -> List.of(
                                stepLink(task.name(), task.step()),
                                cell(task.form() == 0 ? "none" : String.valueOf(task.form())),
                                cell(time.moment(task.start())),
                                cell(time.moment(task.due())),
                                cell(ended(task, time)),
                                cell(words.person(task.assignee())),
                                cell(task.isActedFor() ? words.person(task.owner()) : ""),
                                cell(life(task, words, time)),
                                cell(completedWith(history, task))))
                        .toList());
    }

    private static String ended(Task task, CaseTime time) {
        if (task.end() == null) {
            return "open";
        }
        String how = task.ended().equals("completed") ? "" : ", taken away";
        return time.moment(task.end()) + how + (task.isLate() ? ", late" : "");
    }

    private static String life(Task task, Words words, CaseTime time) {
        return Stream.concat(
                        Stream.of("created " + time.moment(task.start())),
                        task.life().stream()
                                .map(act -> words.act(act) + (act.by().isEmpty() ? "" : " by " + act.by()) + " "
                                        + time.moment(act.at())))
                .distinct()
                .collect(Collectors.joining("; "));
    }

    private static String completedWith(CaseHistory history, Task task) {
        return task.life().stream()
                .filter(act -> act.what().equals("Complete"))
                .map(act -> Timeline.with(history, act))
                .distinct()
                .collect(Collectors.joining("; "));
    }

    private Table decisions(CaseHistory history, CaseTime time) {
        return new Table(
                "decisions",
                "Decided by tables",
                "",
                List.of(when(time), "Table", "Version", "About", "Asked", "Rules that fitted", "Answered"),
                history.decisions().stream()
                        .map(decision -> List.of(
                                cell(time.moment(decision.at())),
                                stepLink(decision.name(), decision.step()),
                                cell(String.valueOf(decision.version())),
                                cell(about(decision).replaceAll(": $", "")),
                                cell(clauses(decision.inputs())),
                                cell(rules(decision)),
                                cell(clauses(decision.outputs()))))
                        .toList());
    }

    /** {@code candidate BD-2: }, from the turn of the loop that it was asked in. */
    static String about(Decision decision) {
        String about = decision.about().stream()
                .filter(value -> value.type().equals("string"))
                .map(value -> value.name() + " " + value.text())
                .distinct()
                .collect(Collectors.joining(", "));
        return about.isEmpty() ? "" : about + ": ";
    }

    static String rules(Decision decision) {
        List<String> rules = decision.outputs().stream()
                .filter(output -> !output.rule().isEmpty())
                .map(Clause::rule)
                .distinct()
                .toList();
        return rules.isEmpty() ? "no rule fitted" : String.join(", ", rules);
    }

    static String clauses(List<Clause> clauses) {
        return clauses.stream()
                .map(clause -> clause.name() + " = " + clause.value())
                .distinct()
                .collect(Collectors.joining("; "));
    }

    private Table values(CaseHistory history, CaseTime time) {
        Map<String, String> steps = new HashMap<>();
        history.visits().forEach(visit -> steps.put(visit.id(), Words.step(visit.label())));
        return new Table(
                "values",
                "Values",
                "Every value that each variable took, in order.",
                List.of("Variable", when(time), "Value", "Set in"),
                history.values().stream()
                        .sorted(Comparator.comparing(Value::name))
                        .map(value -> List.of(
                                cell(value.name()),
                                cell(time.moment(value.at())),
                                cell(value.type().equals("null") ? "(nothing)" : time.inWords(value.text())),
                                cell(steps.getOrDefault(value.visit(), "beginning of the case"))))
                        .toList());
    }

    private Table remarks(CaseHistory history, Words words, CaseTime time) {
        return new Table(
                "remarks",
                "Comments and attachments",
                "",
                List.of(when(time), "Who", "Kind", "Text", "SHA-256"),
                history.remarks().stream()
                        .map(remark -> List.of(
                                cell(time.moment(remark.at())),
                                cell(words.person(remark.by())),
                                cell(remark.kind()),
                                cell(remark.text()),
                                cell(remark.hash())))
                        .toList());
    }

    private Table incidents(CaseHistory history, CaseTime time) {
        return new Table(
                "incidents",
                "Incidents",
                "",
                List.of(when(time), "Until", "Kind", "Step", "What"),
                history.incidents().stream()
                        .map(incident -> List.of(
                                cell(time.moment(incident.at())),
                                cell(
                                        incident.end() == null
                                                ? "open"
                                                : time.moment(incident.end())
                                                        + (incident.resolved() ? ", resolved" : "")),
                                cell(Words.plain(incident.type())),
                                stepLink(incident.step(), incident.step()),
                                cell(incident.text())))
                        .toList());
    }

    private Table operations(CaseHistory history, Words words, CaseTime time) {
        List<List<Cell>> rows = new ArrayList<>();
        BiConsumer<String, Operation> add = (on, operation) -> rows.add(List.of(
                cell(time.moment(operation.at())),
                cell(words.actor(operation.by())),
                cell(Words.plain(operation.what())),
                cell(on),
                cell(change(operation)),
                cell(operation.remark())));
        // how the programme brings its own models at each start is told of the desk, not of each case
        List<Operation> onModel = histories
                .onModel(history.line().definition(), history.line().deployment())
                .stream()
                .filter(operation ->
                        !(Words.isDesk(operation.by()) && operation.on().equals("Deployment")))
                .toList();
        Map<String, String> tasks =
                history.tasks().stream().collect(Collectors.toMap(Task::id, Task::name, (one, other) -> one));
        Stream.concat(onModel.stream(), history.operations().stream())
                .sorted(Comparator.comparing(Operation::at))
                .forEach(operation -> add.accept(
                        onModel.contains(operation)
                                ? "the model: " + Words.plain(operation.on())
                                : operation.task() == null
                                        ? Words.plain(operation.on())
                                        : tasks.getOrDefault(operation.task(), "task"),
                        operation));
        return new Table(
                "operations",
                "Operations",
                "The engine's own log: who did what to the case, its tasks and its model.",
                List.of(when(time), "Who", "Operation", "On", "Change", "Remark"),
                rows);
    }

    /** What was done to the desk as a whole, the latest first. */
    public Table ofDesk() {
        Words words = words();
        return new Table(
                "desk",
                "Operations on the desk",
                "What was done to no single case: models, rights, people, groups, filters. The latest " + MOST_OF_DESK
                        + ".",
                List.of("When (Tokyo)", "Who", "Operation", "On", "Change", "Remark"),
                histories.onDesk(MOST_OF_DESK).stream()
                        .collect(Collectors.groupingBy(Operation::operation, LinkedHashMap::new, Collectors.toList()))
                        .values()
                        .stream()
                        .map(command -> ofDesk(command, words))
                        .toList());
    }

    /** One command in one row, however much it changed. */
    private static List<Cell> ofDesk(List<Operation> command, Words words) {
        Operation first = command.get(0);
        return Table.row(
                CaseTime.TOKYO.moment(first.at()),
                words.actor(first.by()),
                Words.plain(first.what()),
                Words.plain(first.on()),
                command.stream().map(CaseTables::change).distinct().collect(Collectors.joining(", ")),
                first.remark());
    }

    static String change(Operation operation) {
        if (operation.what().equals("Complete")) {
            // how the engine removes an open task is no change that anybody made
            return "";
        }
        if (operation.property().isEmpty()) {
            return operation.after();
        }
        return Words.plain(operation.property()) + ": "
                + (operation.before().isEmpty() ? "" : operation.before() + " → ")
                + operation.after();
    }

    private static Cell stepLink(String text, String step) {
        return step.isEmpty() ? cell(text) : link(text.isEmpty() ? step : text, "step:" + step);
    }

    private static String when(CaseTime time) {
        return "When (" + time.town() + ")";
    }
}
