package org.assent.drafting;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All that an office writes in its agreement. What is typed stays text, Bengali digits and commas included, so that
 * nothing is lost because it is wrong; {@link Check} says what is. Mandatory objectives and reform plans are not here:
 * they are the scheme's. Public: the editor, the review, the reports and the document read it.
 *
 * <p>Each item has a short key that stays with it from version to version; its number comes from the order.
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record Content(
        String overviewAchievements,
        String overviewChallenges,
        String overviewPlans,
        String overviewTargets,
        String preamble,
        String vision,
        String mission,
        List<String> functions,
        List<Outcome> outcomes,
        List<Objective> objectives,
        List<Term> acronyms,
        List<Dependence> dependences) {

    /** How many levels a ladder has: 100, 90, 80, 70, 60. */
    public static final int LEVELS = 5;

    public Content {
        overviewAchievements = text(overviewAchievements);
        overviewChallenges = text(overviewChallenges);
        overviewPlans = text(overviewPlans);
        overviewTargets = text(overviewTargets);
        preamble = text(preamble);
        vision = text(vision);
        mission = text(mission);
        functions = list(functions).stream().map(Content::text).toList();
        outcomes = list(outcomes);
        objectives = list(objectives);
        acronyms = list(acronyms);
        dependences = list(dependences);
    }

    /** A sheet on which nothing is written yet. */
    public static Content empty() {
        return new Content("", "", "", "", "", "", "", List.of(), List.of(), List.of(), List.of(), List.of());
    }

    /** What the office works for beyond its own acts; who answers for it jointly. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Outcome(
            String key,
            String name,
            String indicator,
            String unit,
            String actualBefore,
            String actualLast,
            String target,
            String projectionNext,
            String projectionAfter,
            String responsible) {

        public Outcome {
            key = text(key);
            name = text(name);
            indicator = text(indicator);
            unit = text(unit);
            actualBefore = text(actualBefore);
            actualLast = text(actualLast);
            target = text(target);
            projectionNext = text(projectionNext);
            projectionAfter = text(projectionAfter);
            responsible = text(responsible);
        }
    }

    /** A strategic objective and the marks it carries. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Objective(String key, String name, String weight, List<Activity> activities) {

        public Objective {
            key = text(key);
            name = text(name);
            weight = text(weight);
            activities = list(activities);
        }
    }

    /** What is done for an objective. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Activity(String key, String name, List<Indicator> indicators) {

        public Activity {
            key = text(key);
            name = text(name);
            indicators = list(indicators);
        }
    }

    /**
     * What is measured.
     *
     * @param kind NUMBER, PERCENT or DATE
     * @param direction empty where the ladder says it, else HIGHER_IS_BETTER or LOWER_IS_BETTER
     * @param accumulation SUM, LATEST or AVERAGE: what four quarters give for the year
     * @param mode INTERPOLATE or STEP
     * @param ladder the values for 100, 90, 80, 70 and 60; lower levels may be blank
     * @param parentIndicator number of the indicator of the superior office's agreement that this one serves (R15)
     */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Indicator(
            String key,
            String name,
            String unit,
            String weight,
            String kind,
            String direction,
            String accumulation,
            String mode,
            String actualBefore,
            String actualLast,
            List<String> ladder,
            String projectionNext,
            String projectionAfter,
            String evidence,
            String measurement,
            String implementingUnit,
            String budgetCode,
            String targetBasis,
            String parentIndicator) {

        public Indicator {
            key = text(key);
            name = text(name);
            unit = text(unit);
            weight = text(weight);
            kind = text(kind);
            direction = text(direction);
            accumulation = text(accumulation);
            mode = text(mode);
            actualBefore = text(actualBefore);
            actualLast = text(actualLast);
            List<String> levels =
                    new ArrayList<>(list(ladder).stream().map(Content::text).toList());
            while (levels.size() < LEVELS) {
                levels.add("");
            }
            ladder = List.copyOf(levels);
            projectionNext = text(projectionNext);
            projectionAfter = text(projectionAfter);
            evidence = text(evidence);
            measurement = text(measurement);
            implementingUnit = text(implementingUnit);
            budgetCode = text(budgetCode);
            targetBasis = text(targetBasis);
            parentIndicator = text(parentIndicator);
        }
    }

    /** An acronym and what it stands for (annex 1). */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Term(String key, String acronym, String meaning) {

        public Term {
            key = text(key);
            acronym = text(acronym);
            meaning = text(meaning);
        }
    }

    /** What is needed of another office (annex 3). */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Dependence(String key, String organisation, String need, String reason) {

        public Dependence {
            key = text(key);
            organisation = text(organisation);
            need = text(need);
            reason = text(reason);
        }
    }

    /** Browsers and spreadsheets end lines differently; one text is one text. */
    private static String text(@Nullable String typed) {
        return typed == null ? "" : typed.replace("\r\n", "\n").replace('\r', '\n');
    }

    /** A gap in a list that a browser sends is no item. */
    private static <T> List<T> list(@Nullable List<@Nullable T> items) {
        List<T> there = new ArrayList<>();
        if (items != null) {
            for (T item : items) {
                if (item != null) {
                    there.add(item);
                }
            }
        }
        return List.copyOf(there);
    }
}
