package org.assent.drafting;

import java.util.Map;

/** What the fields of a content are called where officials read them: in sentences, in lists of changes, in Excel. */
final class Columns {

    private static final Map<String, String> LABELS = Map.ofEntries(
            Map.entry("overviewAchievements", "Achievements of the last three years"),
            Map.entry("overviewChallenges", "Challenges"),
            Map.entry("overviewPlans", "Future plans"),
            Map.entry("overviewTargets", "Main targets of the year"),
            Map.entry("preamble", "Preamble"),
            Map.entry("vision", "Vision"),
            Map.entry("mission", "Mission"),
            Map.entry("functions", "Functions"),
            Map.entry("item", "Whole item"),
            Map.entry("place", "Place"),
            Map.entry("name", "Name"),
            Map.entry("indicator", "Indicator"),
            Map.entry("unit", "Unit"),
            Map.entry("weight", "Weight"),
            Map.entry("kind", "Kind"),
            Map.entry("direction", "Direction"),
            Map.entry("accumulation", "Quarters"),
            Map.entry("mode", "Between levels"),
            Map.entry("actualBefore", "Actual two years ago"),
            Map.entry("actualLast", "Actual last year"),
            Map.entry("target", "Target"),
            Map.entry("ladder.0", "Target 100"),
            Map.entry("ladder.1", "Target 90"),
            Map.entry("ladder.2", "Target 80"),
            Map.entry("ladder.3", "Target 70"),
            Map.entry("ladder.4", "Target 60"),
            Map.entry("projectionNext", "Projection next year"),
            Map.entry("projectionAfter", "Projection year after"),
            Map.entry("responsible", "Jointly responsible"),
            Map.entry("evidence", "Evidence"),
            Map.entry("measurement", "Measurement"),
            Map.entry("implementingUnit", "Implementing unit"),
            Map.entry("budgetCode", "Budget code"),
            Map.entry("targetBasis", "Basis of the target"),
            Map.entry("parentIndicator", "Serves indicator"),
            Map.entry("acronym", "Acronym"),
            Map.entry("meaning", "Meaning"),
            Map.entry("organisation", "Organisation"),
            Map.entry("need", "What is needed"),
            Map.entry("reason", "Reason"));

    private Columns() {}

    static String label(String field) {
        return LABELS.getOrDefault(field, field);
    }
}
