package org.assent.webapp;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.assent.engine.CaseHistories;
import org.assent.engine.CaseLine;
import org.assent.engine.HistoryQueries;
import org.assent.engine.HistorySearch;
import org.assent.history.HistoryExports;
import org.assent.history.Table;
import org.springframework.stereotype.Component;

/** The cases on the screen, or those selected there, as files. */
@Component
class HistoryFiles {

    /** A file to download. */
    record Given(String name, String type, byte[] content) {}

    private final Auditor auditor;
    private final HistoryQuestion question;
    private final HistoryQueries cases;
    private final CaseHistories histories;
    private final HistoryExports exports;
    private final AuditQuestions questions;

    HistoryFiles(
            Auditor auditor,
            HistoryQuestion question,
            HistoryQueries cases,
            CaseHistories histories,
            HistoryExports exports,
            AuditQuestions questions) {
        this.auditor = auditor;
        this.question = question;
        this.cases = cases;
        this.histories = histories;
        this.exports = exports;
        this.questions = questions;
    }

    Given give(String format, Fields fields) {
        Viewer viewer = auditor.demand();
        HistorySearch search = question.of(fields);
        List<CaseLine> lines = cases.find(search, 0, HistoryExports.MOST_LINES + 1);
        auditor.note(viewer, "export", format + ", " + question.noted(fields, search) + ": " + lines.size() + " cases");
        boolean one = lines.size() == 1 && search.ids() != null;
        String name = one ? lines.get(0).process() + "-" + lines.get(0).key() : "cases";
        return switch (format) {
            case "csv" ->
                new Given(
                        name + ".csv",
                        "text/csv;charset=UTF-8",
                        one ? exports.csv(lines.get(0)) : exports.csv(lines, question.houseNames()));
            case "xlsx" ->
                new Given(
                        name + ".xlsx",
                        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
                        exports.excel(lines, question.houseNames()));
            case "pdf" ->
                new Given(name + ".pdf", "application/pdf", exports.pdf(lines, answers(lines, viewer), by(viewer)));
            case "xes" -> new Given(name + ".xes", "application/xml", exports.xes(lines));
            default -> new Given(name + ".ocel.json", "application/json", exports.ocel(lines));
        };
    }

    private static String by(Viewer viewer) {
        String user = viewer.caller().user();
        return user == null ? "" : user;
    }

    /** On paper, too, what auditors ask stands first. */
    private Map<String, List<Table>> answers(List<CaseLine> lines, Viewer viewer) {
        return histories.of(exports.demandPaper(lines)).stream()
                .collect(Collectors.toMap(history -> history.line().id(), history -> questions.of(history, viewer)));
    }
}
