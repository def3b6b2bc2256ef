package org.assent.screening;

import static java.util.Objects.requireNonNull;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.assent.engine.OfficialNames;
import org.assent.nomination.CandidateFacts;
import org.assent.nomination.NominationRegister;
import org.assent.project.ProjectFacts;
import org.assent.project.ProjectRegister;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The screening of a project as its forms show it: names and economies beside the references. */
@Component
@Transactional(readOnly = true)
class SelectionSheet {

    private final Screenings screenings;
    private final ProjectRegister projects;
    private final NominationRegister nominations;
    private final OfficialNames officials;

    SelectionSheet(
            Screenings screenings, ProjectRegister projects, NominationRegister nominations, OfficialNames officials) {
        this.screenings = screenings;
        this.projects = projects;
        this.nominations = nominations;
        this.officials = officials;
    }

    /** What decideReferred shows: the candidates the table could not decide. */
    Map<String, Object> referred(String code) {
        Map<String, CandidateFacts> candidates = candidates(code);
        List<ReferredRow> rows = byMerit(screening(code), AssessmentState.REFERRED)
                .map(one -> ReferredRow.of(one, candidate(candidates, one), economy(one.economy())))
                .toList();
        return Map.of("projectTitle", title(code), "referred", rows);
    }

    /** What reviewSelection and approveSelection show. */
    Map<String, Object> selection(String code) {
        Screening screening = screening(code);
        Map<String, CandidateFacts> candidates = candidates(code);
        Function<AssessmentState, List<SheetRow>> rows = state -> byMerit(screening, state)
                .map(one -> SheetRow.of(one, candidate(candidates, one), economy(one.economy())))
                .toList();
        List<SheetRow> selected = rows.apply(AssessmentState.SELECTED);
        List<SheetRow> alternates = rows.apply(AssessmentState.ALTERNATE);
        List<SheetRow> notSelected = rows.apply(AssessmentState.NOT_SELECTED);

        Map<String, Object> values = new HashMap<>();
        values.put("projectTitle", title(code));
        values.put(
                "screenedBy",
                screening.officers().stream().map(officials::of).sorted().collect(Collectors.joining(", ")));
        values.put("returnRemark", screening.returnRemark());
        values.put("filled", filled(screening));
        values.put("warnings", warnings(screening));
        values.put("overseas", of(Place.OVERSEAS, selected));
        values.put("local", of(Place.LOCAL, selected));
        values.put("alternates", joined(of(Place.OVERSEAS, alternates), of(Place.LOCAL, alternates)));
        values.put("leftOut", joined(notSelected, rows.apply(AssessmentState.INELIGIBLE)));
        values.put(
                "changes",
                screening.changes().stream()
                        .map(one -> one.signed(officials.of(one.officer())))
                        .toList());
        values.put("takeOutChoices", selected.stream().map(SheetRow::choice).toList());
        values.put(
                "takeInChoices",
                joined(alternates, notSelected).stream().map(SheetRow::choice).toList());
        return values;
    }

    private static Stream<AssessmentFacts> byMerit(Screening screening, AssessmentState state) {
        return screening.assessments().stream()
                .filter(one -> one.is(state))
                .sorted(Comparator.comparing(Assessment::nominee))
                .map(one -> one.facts(screening.round()));
    }

    private static List<SheetRow> of(Place place, List<SheetRow> rows) {
        return rows.stream().filter(row -> row.place().equals(place.label())).toList();
    }

    private static List<SheetRow> joined(List<SheetRow> first, List<SheetRow> second) {
        return Stream.concat(first.stream(), second.stream()).toList();
    }

    private static String filled(Screening screening) {
        return String.format(
                Locale.ROOT,
                "%d of %d overseas places and %d of %d local places are filled.",
                screening.count(Place.OVERSEAS),
                screening.places().overseas(),
                screening.count(Place.LOCAL),
                screening.places().local());
    }

    /** R4: more than usual is said, not forbidden. */
    private String warnings(Screening screening) {
        return screening.overQuota().entrySet().stream()
                .map(over -> String.format(
                        Locale.ROOT,
                        "%s has %d overseas places; the usual number is %d.",
                        economy(over.getKey()),
                        over.getValue(),
                        screening.places().perEconomy()))
                .collect(Collectors.joining(" "));
    }

    private Screening screening(String code) {
        return screenings.findFirstByProjectCodeOrderByRoundDesc(code).orElseThrow();
    }

    private Map<String, CandidateFacts> candidates(String code) {
        return nominations.all(code).stream().collect(Collectors.toMap(CandidateFacts::reference, Function.identity()));
    }

    private static CandidateFacts candidate(Map<String, CandidateFacts> candidates, AssessmentFacts assessment) {
        return requireNonNull(candidates.get(assessment.reference()));
    }

    private String economy(String iso2) {
        return projects.economy(iso2).name();
    }

    private String title(String code) {
        ProjectFacts project = projects.project(code);
        return project.code() + " " + project.title();
    }
}
