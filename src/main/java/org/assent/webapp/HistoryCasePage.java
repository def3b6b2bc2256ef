package org.assent.webapp;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.assent.engine.CaseHistories;
import org.assent.engine.CaseHistory;
import org.assent.engine.CaseHistory.Visit;
import org.assent.engine.CaseLine;
import org.assent.engine.DrawnModel;
import org.assent.engine.DrawnModels;
import org.assent.engine.HistoryQueries;
import org.assent.engine.OfficialNames;
import org.assent.engine.Refusal;
import org.assent.history.CaseTables;
import org.assent.history.CaseTime;
import org.assent.history.PathWalked;
import org.assent.history.Table;
import org.springframework.stereotype.Component;

/** One case in the history: its facts, its path through the diagram, what auditors ask of it, and everything kept of it. */
@Component
class HistoryCasePage {

    private final Auditor auditor;
    private final HistoryQueries cases;
    private final CaseHistories histories;
    private final CaseTables tables;
    private final AuditQuestions questions;
    private final DrawnModels models;
    private final HistoryQuestion houses;
    private final OfficialNames names;

    HistoryCasePage(
            Auditor auditor,
            HistoryQueries cases,
            CaseHistories histories,
            CaseTables tables,
            AuditQuestions questions,
            DrawnModels models,
            HistoryQuestion houses,
            OfficialNames names) {
        this.auditor = auditor;
        this.cases = cases;
        this.histories = histories;
        this.tables = tables;
        this.questions = questions;
        this.models = models;
        this.houses = houses;
        this.names = names;
    }

    Map<String, Object> of(String id) {
        Viewer viewer = auditor.demand();
        CaseLine line = line(id);
        auditor.note(viewer, "case", line.process() + " " + line.key() + " (" + id + ")");
        CaseHistory history = histories.of(List.of(line)).get(0);
        List<Table> all = new ArrayList<>(questions.of(history, viewer));
        all.addAll(tables.of(history));
        Map<String, Object> page = new LinkedHashMap<>();
        page.put("id", id);
        page.put("title", line.name() + (line.key().isEmpty() ? "" : ": " + line.key()));
        page.put("running", line.isRunning());
        page.put("facts", facts(history));
        page.put("relatives", relatives(line));
        page.put("definition", line.definition());
        page.put("process", line.process());
        page.put("walked", walked(history));
        page.put("tables", all);
        page.put("root", line.root());
        page.put("rootKey", cases.find(line.root()).map(CaseLine::key).orElse(""));
        return page;
    }

    private CaseLine line(String id) {
        return cases.find(id).orElseThrow(() -> new Refusal("There is no such case in the history."));
    }

    private List<List<String>> facts(CaseHistory history) {
        CaseLine line = history.line();
        CaseTime time = CaseTime.of(line.process());
        List<List<String>> facts = new ArrayList<>();
        facts.add(List.of("Outcome", tables.outcome(line)));
        facts.add(List.of("Begun", time.spelled(line.start()) + by(line.startedBy())));
        if (line.end() != null) {
            facts.add(List.of("Ended", time.spelled(line.end()) + ", after " + CaseTime.lasted(line.milliseconds())));
        }
        if (!line.tenant().isEmpty()) {
            facts.add(List.of("Economy or office", houses.houseNames().apply(line.tenant())));
        }
        var model = history.model();
        facts.add(List.of(
                "Model in force",
                "%s, version %d, on the desk since %s%s"
                        .formatted(
                                line.name(),
                                line.version(),
                                time.spelled(model.at()),
                                model.source().isEmpty() ? "" : " (" + model.source() + ")")));
        facts.add(List.of("Forms in force", listed(forms(history))));
        Set<String> tablesAsked = decisionTables(history);
        facts.add(List.of("Tables in force", listed(tablesAsked)));
        if (tablesAsked.isEmpty()) {
            // a nomination asks none itself: its candidates are decided on where they are screened
            histories
                    .decidedBeside(line)
                    .forEach(one -> facts.add(List.of(
                            "Table asked beside it",
                            "%s version %d, in %s".formatted(one.table(), one.version(), one.label()),
                            one.of())));
        }
        return facts;
    }

    private String by(String login) {
        return login.isEmpty() ? "" : " by " + names.of(login);
    }

    private static String listed(Set<String> names) {
        return names.isEmpty() ? "none was used" : String.join(", ", names);
    }

    private static Set<String> forms(CaseHistory history) {
        Set<String> forms = new TreeSet<>();
        history.tasks().stream()
                .filter(task -> task.form() > 0)
                .forEach(task -> forms.add(task.name() + " version " + task.form()));
        return forms;
    }

    private static Set<String> decisionTables(CaseHistory history) {
        Set<String> used = new TreeSet<>();
        history.decisions().forEach(decision -> used.add(decision.name() + " version " + decision.version()));
        return used;
    }

    private List<Map<String, String>> relatives(CaseLine line) {
        List<Map<String, String>> relatives = new ArrayList<>();
        if (line.calledBy() != null) {
            cases.find(line.calledBy()).ifPresent(caller -> relatives.add(relative("Called by", caller)));
        }
        cases.called(line.id()).forEach(called -> relatives.add(relative("Called", called)));
        return relatives;
    }

    private Map<String, String> relative(String how, CaseLine line) {
        return Map.of(
                "how",
                how,
                "id",
                line.id(),
                "label",
                line.name() + " " + line.key() + " (" + tables.outcome(line) + ")");
    }

    /** What is painted on the diagram: how often each step was visited, what is open, the arrows taken. */
    private Map<String, Object> walked(CaseHistory history) {
        Map<String, Integer> visits = new TreeMap<>();
        Set<String> open = new TreeSet<>();
        Set<String> cancelled = new TreeSet<>();
        for (Visit visit : history.visits()) {
            if (visit.type().equals("multiInstanceBody")) {
                continue;
            }
            visits.merge(visit.step(), 1, Integer::sum);
            if (visit.end() == null) {
                open.add(visit.step());
            } else if (visit.cancelled()) {
                cancelled.add(visit.step());
            }
        }
        Set<String> incidents = new TreeSet<>();
        history.incidents().forEach(incident -> incidents.add(incident.step()));
        DrawnModel model = models.version(history.line().definition());
        return Map.of(
                "visits",
                visits,
                "open",
                open,
                "cancelled",
                cancelled,
                "incidents",
                incidents,
                "flows",
                model == null ? Set.of() : PathWalked.of(model, history.visits()));
    }
}
