package org.assent.drafting;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.assent.scheme.FiscalYear;
import org.assent.scheme.LevelScheme;
import org.assent.scheme.SectionKey;

/** The sheets of a draft's workbook, the columns of each, and what stands above them. */
final class Headings {

    static final String OBJECTIVES = "Objectives";
    static final String OUTCOMES = "Outcomes";
    static final String TEXT = "Text";
    static final String ACRONYMS = "Acronyms";
    static final String DEPENDENCES = "Dependences";

    /** Hidden: what comes back under its key keeps its comments. */
    static final String KEY = "key";

    static final List<String> OBJECTIVE_COLUMNS = List.of(
            "objective",
            "objectiveWeight",
            "activity",
            "name",
            "unit",
            "weight",
            "kind",
            "direction",
            "accumulation",
            "mode",
            "actualBefore",
            "actualLast",
            "ladder.0",
            "ladder.1",
            "ladder.2",
            "ladder.3",
            "ladder.4",
            "projectionNext",
            "projectionAfter",
            "evidence",
            "measurement",
            "implementingUnit",
            "budgetCode",
            "targetBasis",
            "parentIndicator");
    static final List<String> OUTCOME_COLUMNS = List.of(
            "name",
            "indicator",
            "unit",
            "actualBefore",
            "actualLast",
            "target",
            "projectionNext",
            "projectionAfter",
            "responsible");
    static final List<String> ACRONYM_COLUMNS = List.of("acronym", "meaning");
    static final List<String> DEPENDENCE_COLUMNS = List.of("organisation", "need", "reason");
    static final List<String> TEXT_COLUMNS = List.of("part", "text");

    /** The parts of the sheet of texts, each a line; a function is a line of its own. */
    static final List<String> TEXTS = List.of(
            "overviewAchievements",
            "overviewChallenges",
            "overviewPlans",
            "overviewTargets",
            "preamble",
            "vision",
            "mission");

    static final String FUNCTION = "Function";

    private static final Map<String, String> SPECIAL = Map.of(
            "Objectives/objective", "Objective",
            "Objectives/objectiveWeight", "Weight of the objective",
            "Objectives/activity", "Activity",
            "Objectives/name", "Indicator",
            "Outcomes/name", "Outcome",
            "Text/part", "Part",
            "Text/text", "Text");

    private Headings() {}

    /** What stands above the column. */
    static String of(String sheet, String column) {
        return column.equals(KEY) ? "Key" : SPECIAL.getOrDefault(sheet + "/" + column, Columns.label(column));
    }

    /** Every heading under which a column is found: ours, the editor's, and what the scheme calls it in either language. */
    static Map<String, String> known(String sheet, List<String> columns, Frame frame) {
        LevelScheme scheme = frame.scheme();
        Map<String, String> known = new LinkedHashMap<>();
        columns.forEach(column -> known.put(of(sheet, column), column));
        known.put(of(sheet, KEY), KEY);
        asTheEditorSays(frame).forEach((heading, column) -> {
            if (columns.contains(column)) {
                known.putIfAbsent(heading, column);
            }
        });
        scheme.sections().stream()
                .filter(section -> sections(sheet).contains(section.key()))
                .flatMap(section -> section.columns().stream())
                .filter(column -> columns.contains(column.key()))
                .forEach(column -> {
                    known.putIfAbsent(column.title(), column.key());
                    known.putIfAbsent(column.bengaliTitle(), column.key());
                });
        return known;
    }

    /** The editor names years and levels, because it knows of which agreement they are. */
    private static Map<String, String> asTheEditorSays(Frame frame) {
        FiscalYear year = frame.year();
        Map<String, String> headings = new LinkedHashMap<>();
        headings.put("Actual " + year.previous().previous(), "actualBefore");
        headings.put("Actual " + year.previous(), "actualLast");
        headings.put("Target " + year, "target");
        headings.put("Projection " + year.next(), "projectionNext");
        headings.put("Projection " + year.next().next(), "projectionAfter");
        List<LevelScheme.LevelMark> marks = frame.scheme().marks();
        for (int place = 0; place < marks.size(); place++) {
            headings.put(marks.get(place).name() + " " + marks.get(place).percent(), "ladder." + place);
        }
        return headings;
    }

    private static List<SectionKey> sections(String sheet) {
        return switch (sheet) {
            case OBJECTIVES -> List.of(SectionKey.OBJECTIVES, SectionKey.MEASUREMENT);
            case OUTCOMES -> List.of(SectionKey.OUTCOMES);
            case ACRONYMS -> List.of(SectionKey.ACRONYMS);
            case DEPENDENCES -> List.of(SectionKey.DEPENDENCES);
            default -> List.of();
        };
    }
}
