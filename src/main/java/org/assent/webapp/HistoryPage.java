package org.assent.webapp;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.assent.engine.CaseLine;
import org.assent.engine.DrawnModel;
import org.assent.engine.DrawnModels;
import org.assent.engine.HistoryFigures;
import org.assent.engine.HistoryQueries;
import org.assent.engine.HistorySearch;
import org.assent.engine.OfficialNames;
import org.assent.engine.Refusal;
import org.assent.history.CaseTables;
import org.assent.history.CaseTime;
import org.assent.history.LookBook;
import org.assent.history.Table;
import org.springframework.stereotype.Component;

/** The page “History” in Cockpit: cases found, figures of a process, candidates, and what was looked at. */
@Component
class HistoryPage {

    private static final int FEWEST = 10;
    private static final int MOST = 50;

    private final Auditor auditor;
    private final HistoryQuestion question;
    private final HistoryQueries cases;
    private final CaseTables tables;
    private final DrawnModels models;
    private final HistoryFigures figures;
    private final CandidateFates candidates;
    private final LookBook looks;
    private final OfficialNames names;

    HistoryPage(
            Auditor auditor,
            HistoryQuestion question,
            HistoryQueries cases,
            CaseTables tables,
            DrawnModels models,
            HistoryFigures figures,
            CandidateFates candidates,
            LookBook looks,
            OfficialNames names) {
        this.auditor = auditor;
        this.question = question;
        this.cases = cases;
        this.tables = tables;
        this.models = models;
        this.figures = figures;
        this.candidates = candidates;
        this.looks = looks;
        this.names = names;
    }

    Map<String, Object> search(Fields fields) {
        Viewer viewer = auditor.demand();
        HistorySearch search = question.of(fields);
        int size = Math.min(MOST, Math.max(FEWEST, number(fields, "size", 20)));
        int page = Math.max(1, number(fields, "page", 1));
        long total = cases.count(search);
        // a link may be older than what it finds
        page = (int) Math.min(page, Math.max(1, (total + size - 1) / size));
        auditor.note(viewer, "search", question.noted(fields, search) + ": " + total + " found, page " + page);
        List<CaseLine> found = cases.find(search, (page - 1) * size, size);
        return Map.of(
                "total",
                total,
                "page",
                page,
                "size",
                size,
                "ids",
                found.stream().map(CaseLine::id).toList(),
                "table",
                tables.cases(found, question.houseNames()));
    }

    private static int number(Fields fields, String name, int otherwise) {
        String typed = fields.text(name);
        if (typed.isEmpty()) {
            return otherwise;
        }
        if (!typed.matches("[0-9]{1,6}")) {
            throw new Refusal("This link is not whole: its page is no number.");
        }
        return Integer.parseInt(typed);
    }

    /** What the form offers: processes, and for a chosen one its ends, steps and values. */
    Map<String, Object> choices(String process) {
        Viewer viewer = auditor.demand();
        List<DrawnModel> latest = models.latest();
        Map<String, Object> choices = new LinkedHashMap<>();
        choices.put(
                "processes",
                latest.stream().map(model -> choice(model.key(), model.name())).toList());
        choices.put("houses", question.houses());
        choices.put(
                "people",
                names.of(cases.people()).entrySet().stream()
                        .map(one -> choice(one.getKey(), one.getValue()))
                        .toList());
        choices.put("mayAskForPeople", viewer.readsPeople());
        latest.stream().filter(model -> model.key().equals(process)).findFirst().ifPresent(model -> {
            choices.put("outcomes", steps(model, "endEvent"));
            choices.put("steps", steps(model, ""));
            choices.put("variables", cases.variables(process));
        });
        return choices;
    }

    private static List<Map<String, String>> steps(DrawnModel model, String type) {
        return model.steps().stream()
                .filter(step -> !step.name().isEmpty())
                .filter(step -> type.isEmpty()
                        ? !step.type().endsWith("Gateway")
                        : step.type().equals(type))
                .map(step -> choice(step.id(), step.name()))
                .sorted(java.util.Comparator.comparing(step -> step.get("label")))
                .toList();
    }

    private static Map<String, String> choice(String value, String label) {
        return Map.of("value", value, "label", label);
    }

    /** Noted by reference, never by name. */
    Map<String, Object> candidates(String name) {
        Viewer viewer = auditor.demandForPeople();
        String typed = new Fields(Map.of("name", name)).text("name");
        if (typed.length() < 2) {
            throw new Refusal("Please type at least two letters of the candidate's name.");
        }
        Table found = candidates.named(typed);
        auditor.note(
                viewer,
                "candidate",
                found.rows().size() + " found: "
                        + found.rows().stream()
                                .limit(50)
                                .map(row -> row.get(0).text().replaceAll("^.*\\(([^()]*)\\)$", "$1") + " in "
                                        + row.get(1).text())
                                .collect(Collectors.joining("; ")));
        return Map.of("table", found);
    }

    Map<String, Object> figures(String process, int version) {
        Viewer viewer = auditor.demand();
        DrawnModel latest = models.latest().stream()
                .filter(model -> model.key().equals(process))
                .findFirst()
                .orElseThrow(() -> new Refusal("There is no such process on this desk."));
        auditor.note(viewer, "figures", process + (version == 0 ? ", all versions" : ", version " + version));
        return Map.of(
                "process", process,
                "name", latest.name(),
                "definition", latest.id(),
                "version", version,
                "steps", latest.steps(),
                "figures", figures.of(process, version));
    }

    Map<String, Object> operations() {
        Viewer viewer = auditor.demand();
        auditor.note(viewer, "operations", "operations on the desk");
        return Map.of("table", tables.ofDesk());
    }

    Map<String, Object> looks() {
        Viewer viewer = auditor.demand();
        auditor.note(viewer, "looks", "what was looked at");
        return Map.of(
                "table",
                new Table(
                        "looks",
                        "What was looked at",
                        "The latest 500 entries. Names of candidates and words that were typed are not kept.",
                        List.of("When (Tokyo)", "Who", "What", "About"),
                        looks.latest().stream()
                                .map(look -> Table.row(
                                        CaseTime.TOKYO.moment(look.at()),
                                        names.of(look.by()) + " (" + look.by() + ")",
                                        look.kind(),
                                        look.about()))
                                .toList()));
    }
}
