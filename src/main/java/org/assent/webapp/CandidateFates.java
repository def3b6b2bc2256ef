package org.assent.webapp;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.assent.announcement.ParticipantFacts;
import org.assent.announcement.ParticipantRegister;
import org.assent.engine.CaseHistories;
import org.assent.engine.CaseHistory;
import org.assent.engine.CaseHistory.Decision;
import org.assent.engine.CaseLine;
import org.assent.engine.HistoryQueries;
import org.assent.engine.HistorySearch;
import org.assent.engine.OfficialNames;
import org.assent.history.CaseTime;
import org.assent.history.Table;
import org.assent.history.Table.Cell;
import org.assent.nomination.CandidateFacts;
import org.assent.nomination.NominationRegister;
import org.assent.project.ProjectRegister;
import org.assent.screening.AssessmentFacts;
import org.assent.screening.SelectionFacts;
import org.assent.screening.SelectionRegister;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * What became of candidates, who decided it and by which version of which table: persons and verdicts from our tables,
 * the table's version and rule from the engine's history, joined by the candidate's reference.
 */
@Component
class CandidateFates {

    private static final String DECISION = "eligibility";
    private static final int MOST_CASES = 100;

    private final ProjectRegister projects;
    private final NominationRegister nominations;
    private final SelectionRegister selections;
    private final ParticipantRegister participants;
    private final HistoryQueries cases;
    private final CaseHistories histories;
    private final OfficialNames names;
    private final EconomyNames economies;

    CandidateFates(
            ProjectRegister projects,
            NominationRegister nominations,
            SelectionRegister selections,
            ParticipantRegister participants,
            HistoryQueries cases,
            CaseHistories histories,
            OfficialNames names,
            EconomyNames economies) {
        this.projects = projects;
        this.nominations = nominations;
        this.selections = selections;
        this.participants = participants;
        this.cases = cases;
        this.histories = histories;
        this.names = names;
        this.economies = economies;
    }

    /** Everybody of whose name these words are parts, in every project. */
    Table named(String name) {
        List<String> words = List.of(name.strip().toLowerCase(Locale.ROOT).split("\\s+"));
        List<List<Cell>> rows = new ArrayList<>();
        projects.lines()
                .forEach(project -> rows.addAll(
                        rows(project.code(), candidate -> words.stream().allMatch(word -> (candidate.givenName() + " "
                                        + candidate.familyName() + " " + candidate.displayName() + " "
                                        + candidate.reference())
                                .toLowerCase(Locale.ROOT)
                                .contains(word)))));
        return table(rows);
    }

    /** The candidates of a project, or of one economy. */
    Table of(String code, @Nullable String economy) {
        return table(
                rows(code, candidate -> economy == null || candidate.economy().equals(economy)));
    }

    private static Table table(List<List<Cell>> rows) {
        return new Table(
                "candidates",
                "Candidates: what became of them, and who decided it",
                rows.isEmpty()
                        ? ""
                        : "Names come from the desk's own tables; the engine's history knows a candidate by the reference alone.",
                List.of("Candidate", "Nominated in", "Outcome", "Why", "Decided by", "Rule in force", "When (Tokyo)"),
                rows);
    }

    private List<List<Cell>> rows(String code, Predicate<CandidateFacts> wanted) {
        List<CandidateFacts> found =
                nominations.all(code).stream().filter(wanted).toList();
        if (found.isEmpty()) {
            return List.of();
        }
        Map<String, AssessmentFacts> assessments = selections.assessments(code).stream()
                .collect(Collectors.toMap(AssessmentFacts::reference, one -> one, (one, other) -> other));
        Map<String, ParticipantFacts> offered = projects.find(code).isEmpty()
                ? Map.of()
                : participants.participants(code).stream()
                        .collect(Collectors.toMap(ParticipantFacts::reference, one -> one, (one, other) -> other));
        SelectionFacts selection = selections.selection(code).orElse(null);
        Map<String, Asked> asked = asked(code);
        Map<String, String> nominated = byKey(code);
        Map<String, String> houses = economies.all();
        Map<String, String> people = new HashMap<>();
        return found.stream()
                .map(candidate -> {
                    AssessmentFacts verdict = assessments.get(candidate.reference());
                    Asked table = asked.get(candidate.reference());
                    String key = code + "/" + candidate.economy();
                    return List.of(
                            Table.cell(candidate.displayName() + " (" + candidate.reference() + ")"),
                            Table.link(code + ", " + houses.get(candidate.economy()), nominated.getOrDefault(key, "")),
                            Table.cell(outcome(candidate, verdict, offered.get(candidate.reference()))),
                            Table.cell(why(verdict)),
                            Table.cell(by(verdict, selection, login -> people.computeIfAbsent(login, names::of))),
                            table == null
                                    ? Table.cell("")
                                    : Table.link(
                                            table.decision().name() + ", version "
                                                    + table.decision().version() + ", rule " + rule(table.decision()),
                                            table.instance()),
                            Table.cell(when(verdict, selection, table)));
                })
                .toList();
    }

    /** A table's answer, and the case that asked. */
    private record Asked(Decision decision, String instance) {}

    /** The latest answer for each candidate: a project that is opened again is screened again. */
    private Map<String, Asked> asked(String code) {
        Map<String, Asked> asked = new HashMap<>();
        List<CaseLine> screenings = cases.find(search("screening", code), 0, MOST_CASES);
        for (CaseHistory history : histories.of(screenings)) {
            for (Decision decision : history.decisions()) {
                if (decision.key().equals(DECISION)) {
                    decision.about().stream()
                            .filter(value -> value.name().equals("candidate"))
                            .forEach(value -> asked.put(
                                    value.text(),
                                    new Asked(decision, history.line().id())));
                }
            }
        }
        return asked;
    }

    private Map<String, String> byKey(String code) {
        Map<String, String> ids = new HashMap<>();
        cases.find(search("nomination", code), 0, MOST_CASES).forEach(line -> ids.put(line.key(), line.id()));
        return ids;
    }

    private static HistorySearch search(String process, String key) {
        return new HistorySearch(
                key, process, List.of(), List.of(), List.of(), null, null, "", "", "", "", "", List.of(), null, null,
                "start", false);
    }

    private static String outcome(
            CandidateFacts candidate, @Nullable AssessmentFacts verdict, @Nullable ParticipantFacts offer) {
        String outcome = verdict == null
                ? candidate.state().label()
                : verdict.state().label() + (verdict.alternateRank() == null ? "" : " no. " + verdict.alternateRank());
        if (verdict != null && candidate.state() == org.assent.nomination.CandidateState.WITHDRAWN) {
            outcome += "; nomination withdrawn";
        }
        return offer == null ? outcome : outcome + "; " + offer.state().label().toLowerCase(Locale.ROOT);
    }

    private static String why(@Nullable AssessmentFacts verdict) {
        if (verdict == null) {
            return "";
        }
        String points =
                switch (verdict.state()) {
                    case SELECTED, ALTERNATE, NOT_SELECTED, ELIGIBLE -> " " + verdict.points() + " points.";
                    default -> "";
                };
        String officer = verdict.decisionReason().isEmpty() ? "" : " The officer's reason: " + verdict.decisionReason();
        return verdict.reason() + officer + points;
    }

    private static String by(
            @Nullable AssessmentFacts verdict, @Nullable SelectionFacts selection, UnaryOperator<String> named) {
        if (verdict == null) {
            return "";
        }
        String decided = verdict.decidedBy() == null
                ? "the table, without an officer"
                : named.apply(verdict.decidedBy()) + ", because the table referred it";
        if (selection == null || selection.approvedBy() == null) {
            return decided;
        }
        return decided + "; selection approved by " + named.apply(Objects.requireNonNull(selection.approvedBy()));
    }

    private static String rule(Decision decision) {
        return decision.outputs().stream()
                .filter(output -> !output.rule().isEmpty())
                .map(CaseHistory.Clause::rule)
                .distinct()
                .collect(Collectors.joining(", "));
    }

    private static String when(
            @Nullable AssessmentFacts verdict, @Nullable SelectionFacts selection, @Nullable Asked table) {
        String asked = table == null
                ? ""
                : "table " + CaseTime.TOKYO.moment(table.decision().at());
        String approved = verdict == null || selection == null || selection.approvedAt() == null
                ? ""
                : (asked.isEmpty() ? "" : "; ") + "approved " + CaseTime.TOKYO.moment(selection.approvedAt());
        return asked + approved;
    }
}
