package org.assent.project;

import static java.util.stream.Collectors.joining;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Writes a notification as officials read it: in forms, in letters, and on both sides of a change. */
final class Clauses {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH);
    private static final DateTimeFormatter DAY_AND_MONTH = DateTimeFormatter.ofPattern("d MMMM", Locale.ENGLISH);

    private Clauses() {}

    static List<Clause> of(Terms terms, UnaryOperator<String> nameOf) {
        List<Clause> clauses = new ArrayList<>();
        add(clauses, "Reference", terms.reference());
        add(clauses, "Timing and duration", timing(terms.start(), terms.end()));
        add(clauses, "Host", names(terms.hosts(), nameOf));
        add(
                clauses,
                "Modality",
                terms.modality() == null ? "" : terms.modality().label());
        add(clauses, "Venue", terms.venue());
        add(clauses, "Implementing organizations", terms.implementing());
        add(
                clauses,
                "Participating economies",
                terms.allMembers() ? "All member economies" : names(terms.economies(), nameOf));
        add(clauses, "Overseas participants", Objects.toString(terms.overseasPlaces(), ""));
        add(clauses, "Local participants", Objects.toString(terms.localPlaces(), ""));
        add(clauses, "Places per economy", Objects.toString(terms.placesPerEconomy(), ""));
        add(clauses, "Qualifications of participants", terms.qualifications());
        add(
                clauses,
                "Kinds of organization",
                terms.targetGroups().stream()
                        .map(group -> OrganizationType.valueOf(group).label())
                        .collect(joining(", ")));
        add(clauses, "Nomination of participants", terms.nominationRule());
        add(clauses, "Closing date for nominations", day(terms.closingDate()));
        add(clauses, "Objectives", terms.objectives());
        terms.topics().forEach(topic -> add(clauses, "Topic of day " + topic.day(), topic.topic()));
        add(clauses, "Financial arrangements", terms.financialArrangements());
        add(clauses, "Signatory", terms.signatory());
        return clauses;
    }

    /** What a change does, clause by clause: "38 → 40". The reference counts the versions, which is no change. */
    static List<Clause> changed(Terms before, Terms after, UnaryOperator<String> nameOf) {
        List<Clause> old = of(before, nameOf);
        List<Clause> changes = new ArrayList<>();
        for (Clause clause : of(after, nameOf)) {
            String was = old.stream()
                    .filter(other -> other.label().equals(clause.label()))
                    .map(Clause::text)
                    .findFirst()
                    .orElse("not stated");
            if (!was.equals(clause.text()) && !clause.label().equals("Reference")) {
                changes.add(new Clause(clause.label(), was + " → " + clause.text()));
            }
        }
        return changes;
    }

    static String day(@Nullable LocalDate day) {
        return day == null ? "" : DAY.format(day);
    }

    /** 24–26 August 2022 (3 days). */
    private static String timing(@Nullable LocalDate start, @Nullable LocalDate end) {
        if (start == null || end == null) {
            return start == null ? "" : day(start);
        }
        long days = ChronoUnit.DAYS.between(start, end) + 1;
        if (days == 1) {
            return day(start) + " (one day)";
        }
        String first = start.getYear() != end.getYear()
                ? DAY.format(start) + " – "
                : start.getMonth() != end.getMonth()
                        ? DAY_AND_MONTH.format(start) + " – "
                        : start.getDayOfMonth() + "–";
        return first + DAY.format(end) + " (" + days + " days)";
    }

    private static String names(List<String> codes, UnaryOperator<String> nameOf) {
        return codes.stream().map(nameOf).collect(joining(", "));
    }

    private static void add(List<Clause> clauses, String label, String text) {
        if (!text.isBlank()) {
            clauses.add(new Clause(label, text));
        }
    }
}
