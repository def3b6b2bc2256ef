package org.assent.scheme;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.assent.scheme.LevelScheme.Band;
import org.assent.scheme.LevelScheme.ChecklistItem;
import org.assent.scheme.LevelScheme.LevelMark;
import org.assent.scheme.LevelScheme.MandatoryObjective;
import org.assent.scheme.LevelScheme.ReformPlan;
import org.assent.scheme.LevelScheme.Section;
import org.assent.scoring.Ladder;

/** What must be true of a scheme before an agreement is drafted under it, with a sentence for whoever wrote the file. */
final class SchemeCheck {

    private static final BigDecimal ALL = BigDecimal.valueOf(100);

    private final List<String> complaints = new ArrayList<>();
    private final SchemeFacts scheme;

    private SchemeCheck(SchemeFacts scheme) {
        this.scheme = scheme;
    }

    /** Refuses with everything that is wrong, so that the file is mended once. */
    static void demandSound(SchemeFile file) {
        SchemeCheck check = new SchemeCheck(file.facts());
        check.scheme();
        if (!check.complaints.isEmpty()) {
            throw new IllegalStateException(file.name() + ": " + String.join("; ", check.complaints));
        }
    }

    private void scheme() {
        demand(scheme.code().matches("[a-z][a-z0-9-]{1,39}"), "code: small letters, digits and hyphens only");
        demand(scheme.version() > 0, "version: counts from 1");
        demand(
                scheme.lastYear() == null || scheme.firstYear().compareTo(scheme.lastYear()) <= 0,
                "lastYear: lies before firstYear");
        demand(!scheme.levels().isEmpty(), "levels: there are none");
        scheme.levels().forEach((level, content) -> level("levels." + level, content));
    }

    private void level(String at, LevelScheme level) {
        demandSum(
                at + ": ownMarks and the weights of reformPlans",
                level.ownMarks().add(level.planMarks()),
                ALL);
        demand(level.objectiveMarks().signum() > 0, at + ": the mandatory objectives leave nothing of ownMarks");
        level.mandatoryObjectives().forEach(objective -> mandatory(at, objective));
        level.reformPlans().forEach(plan -> plan(at, plan));
        Stream.concat(
                        level.mandatoryObjectives().stream().flatMap(objective -> objective.indicators().stream()),
                        level.reformPlans().stream().flatMap(plan -> plan.indicators().stream()))
                .forEach(indicator -> indicator(at, level, indicator));
        sections(at, level);
        bands(at, level.bands());
        List<Integer> percents = level.marks().stream().map(LevelMark::percent).toList();
        demand(!percents.isEmpty() && falls(percents), at + ".marks: from the best level to the lowest");
        demandOnce(at + ".checklist", level.checklist().stream().map(ChecklistItem::key));
        demandOnce(at + ".reformPlans", level.reformPlans().stream().map(ReformPlan::code));
    }

    private void mandatory(String at, MandatoryObjective objective) {
        String place = at + ".mandatoryObjectives " + objective.key();
        demandSum(
                place + ": its indicators",
                LevelScheme.sum(objective.indicators().stream().map(SchemeIndicator::weight)),
                objective.weight());
        for (int i = 0; i < objective.activities().size(); i++) {
            var activity = objective.activities().get(i);
            demand(
                    activity.key().equals(objective.key() + "." + (i + 1)),
                    place + ": activities are numbered in order");
            demandNumbered(place, activity.key(), activity.indicators());
        }
    }

    private void plan(String at, ReformPlan plan) {
        String place = at + ".reformPlans " + plan.code();
        demandSum(
                place + ": its indicators",
                LevelScheme.sum(plan.indicators().stream().map(SchemeIndicator::weight)),
                plan.fullMark());
        demandNumbered(place, plan.code(), plan.indicators());
    }

    private void demandNumbered(String place, String prefix, List<SchemeIndicator> indicators) {
        List<String> ids = IntStream.rangeClosed(1, indicators.size())
                .mapToObj(number -> prefix + "." + number)
                .toList();
        demand(
                indicators.stream().map(SchemeIndicator::id).toList().equals(ids),
                place + ": indicators are numbered in order, " + prefix + ".1 first");
    }

    private void indicator(String at, LevelScheme level, SchemeIndicator indicator) {
        String place = at + " " + indicator.id();
        demand(indicator.weight().signum() > 0, place + ": a weight is more than 0");
        demand(
                indicator.ladder().size() == level.marks().size(),
                place + ": a ladder has a value for each of the marks");
        demand(indicator.accumulation().fits(indicator.kind()), place + ": accumulation does not fit the kind");
        try {
            Ladder.problems(
                            level.terms(scheme.firstYear()).of(indicator.kind()).running(indicator.direction()),
                            indicator.ladder(scheme.firstYear()))
                    .forEach(problem -> complaints.add(place + ": " + problem));
        } catch (DateTimeException noDay) {
            complaints.add(place + ": dates of a ladder are written 16 Jul");
        }
    }

    private void sections(String at, LevelScheme level) {
        demandOnce(at + ".sections", level.sections().stream().map(Section::key));
        demand(level.has(SectionKey.OBJECTIVES), at + ".sections: OBJECTIVES are missing");
        demand(
                level.has(SectionKey.MANDATORY) != level.mandatoryObjectives().isEmpty(),
                at + ".sections: MANDATORY stands where there are mandatory objectives, and only there");
        demand(
                level.has(SectionKey.PLANS) != level.reformPlans().isEmpty(),
                at + ".sections: PLANS stand where there are reform plans, and only there");
    }

    private void bands(String at, List<Band> bands) {
        demand(
                !bands.isEmpty() && falls(bands.stream().map(Band::from).toList()),
                at + ".bands: from the best band to the lowest");
        demand(
                !bands.isEmpty() && bands.get(bands.size() - 1).from().signum() == 0,
                at + ".bands: the lowest begins at 0");
    }

    private static <T extends Comparable<T>> boolean falls(List<T> values) {
        return IntStream.range(1, values.size()).allMatch(i -> values.get(i - 1).compareTo(values.get(i)) > 0);
    }

    private void demandOnce(String place, Stream<?> keys) {
        Set<Object> seen = new HashSet<>();
        keys.filter(key -> !seen.add(key)).forEach(key -> complaints.add(place + ": " + key + " stands there twice"));
    }

    private void demandSum(String place, BigDecimal sum, BigDecimal wanted) {
        demand(
                sum.compareTo(wanted) == 0,
                "%s add up to %s, not to %s".formatted(place, sum.toPlainString(), wanted.toPlainString()));
    }

    private void demand(boolean met, String complaint) {
        if (!met) {
            complaints.add(complaint);
        }
    }
}
