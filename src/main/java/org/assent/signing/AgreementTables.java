package org.assent.signing;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.assent.drafting.Content;
import org.assent.drafting.VersionFacts;
import org.assent.print.HtmlPrinter;
import org.assent.scheme.LevelScheme;
import org.assent.scheme.LevelScheme.Column;
import org.assent.scheme.LevelScheme.MandatoryActivity;
import org.assent.scheme.LevelScheme.MandatoryObjective;
import org.assent.scheme.LevelScheme.ReformPlan;
import org.assent.scheme.LevelScheme.Section;
import org.assent.scheme.SchemeIndicator;

/** The tables of one agreement, with the columns that its scheme names. */
class AgreementTables {

    /** Columns of a few letters; the others share what is left of the width. */
    private static final Set<String> NARROW = Set.of(
            "objectiveWeight",
            "unit",
            "weight",
            "actualBefore",
            "actualLast",
            "target",
            "projectionNext",
            "projectionAfter",
            "budgetCode",
            "parentIndicator",
            "level");

    private static final Set<String> GROUPED = Set.of("objective", "objectiveWeight", "activity");

    private final VersionFacts version;
    private final LevelScheme scheme;

    AgreementTables(VersionFacts version, LevelScheme scheme) {
        this.version = version;
        this.scheme = scheme;
    }

    void outcomes(Html html, Section section) {
        AgreementDocument.heading(open(html), "", section);
        head(html, section.columns());
        for (Content.Outcome outcome : version.content().outcomes()) {
            Map<String, String> row = new LinkedHashMap<>();
            row.put("name", outcome.name());
            row.put("indicator", outcome.indicator());
            row.put("unit", outcome.unit());
            row.put("actualBefore", outcome.actualBefore());
            row.put("actualLast", outcome.actualLast());
            row.put("target", outcome.target());
            row.put("projectionNext", outcome.projectionNext());
            row.put("projectionAfter", outcome.projectionAfter());
            row.put("responsible", outcome.responsible());
            row(html, section.columns(), row, List.of(), Set.of());
        }
        close(html);
    }

    void objectives(Html html, Section section) {
        AgreementDocument.heading(open(html), "", section);
        head(html, section.columns());
        int o = 0;
        for (Content.Objective objective : version.content().objectives()) {
            o++;
            Set<String> again = Set.of();
            int a = 0;
            for (Content.Activity activity : objective.activities()) {
                a++;
                int i = 0;
                for (Content.Indicator indicator : activity.indicators()) {
                    i++;
                    Map<String, String> row = new LinkedHashMap<>();
                    row.put("objective", "[" + o + "] " + objective.name());
                    row.put("objectiveWeight", objective.weight());
                    row.put("activity", "[" + o + "." + a + "] " + activity.name());
                    row.put("name", "[" + o + "." + a + "." + i + "] " + indicator.name());
                    row.put("unit", indicator.unit());
                    row.put("weight", indicator.weight());
                    row.put("actualBefore", indicator.actualBefore());
                    row.put("actualLast", indicator.actualLast());
                    row.put("projectionNext", indicator.projectionNext());
                    row.put("projectionAfter", indicator.projectionAfter());
                    row.put("budgetCode", indicator.budgetCode());
                    row.put("targetBasis", indicator.targetBasis());
                    row.put("parentIndicator", indicator.parentIndicator());
                    row(html, section.columns(), row, indicator.ladder(), again);
                    again = GROUPED;
                }
                again = again.isEmpty() ? again : Set.of("objective", "objectiveWeight");
            }
        }
        html.raw("</tbody></table>").element("p", "note", "* provisional");
        html.raw("</div>");
    }

    /** The same table without actuals: the Cabinet Division sets it. */
    void mandatory(Html html, Section section) {
        if (scheme.mandatoryObjectives().isEmpty()) {
            return;
        }
        AgreementDocument.heading(open(html), "", section);
        List<Column> columns = List.of(
                column("objective", "Mandatory strategic objective"),
                column("objectiveWeight", "Weight of the objective"),
                column("activity", "Activity"),
                column("name", "Performance indicator"),
                column("unit", "Unit"),
                column("weight", "Weight of the indicator"),
                column("ladder", "Targets and criteria"));
        head(html, columns);
        for (MandatoryObjective objective : scheme.mandatoryObjectives()) {
            Set<String> again = Set.of();
            for (MandatoryActivity activity : objective.activities()) {
                for (SchemeIndicator indicator : activity.indicators()) {
                    Map<String, String> row = given(indicator);
                    row.put("objective", "[" + objective.key() + "] " + objective.name());
                    row.put("objectiveWeight", objective.weight().toPlainString());
                    row.put("activity", "[" + activity.key() + "] " + activity.name());
                    row(html, columns, row, indicator.ladder(version.fiscalYear()), again);
                    again = GROUPED;
                }
                again = again.isEmpty() ? again : Set.of("objective", "objectiveWeight");
            }
        }
        close(html);
    }

    void acronyms(Html html, Section section) {
        AgreementDocument.heading(html, "part", section);
        head(html, section.columns());
        version.content()
                .acronyms()
                .forEach(term -> row(
                        html,
                        section.columns(),
                        Map.of("acronym", term.acronym(), "meaning", term.meaning()),
                        List.of(),
                        Set.of()));
        html.raw("</tbody></table>");
    }

    void measurement(Html html, Section section) {
        AgreementDocument.heading(open(html), "", section);
        List<Column> columns = new java.util.ArrayList<>(section.columns());
        columns.add(0, column("name", "Performance indicator"));
        head(html, columns);
        int o = 0;
        for (Content.Objective objective : version.content().objectives()) {
            o++;
            int a = 0;
            for (Content.Activity activity : objective.activities()) {
                a++;
                int i = 0;
                for (Content.Indicator indicator : activity.indicators()) {
                    Map<String, String> row = Map.of(
                            "name", "[" + o + "." + a + "." + ++i + "] " + indicator.name(),
                            "implementingUnit", indicator.implementingUnit(),
                            "measurement", indicator.measurement(),
                            "evidence", indicator.evidence());
                    row(html, columns, row, List.of(), Set.of());
                }
            }
        }
        close(html);
    }

    void dependences(Html html, Section section) {
        AgreementDocument.heading(html, "part", section);
        head(html, section.columns());
        version.content()
                .dependences()
                .forEach(need -> row(
                        html,
                        section.columns(),
                        Map.of("organisation", need.organisation(), "need", need.need(), "reason", need.reason()),
                        List.of(),
                        Set.of()));
        html.raw("</tbody></table>");
    }

    void plans(Html html, Section section) {
        AgreementDocument.heading(open(html), "", section);
        List<Column> columns = List.of(
                column("name", "Performance indicator"),
                column("unit", "Unit"),
                column("weight", "Weight"),
                column("ladder", "Targets and criteria"),
                column("evidence", "Evidence"));
        int annex = 4;
        for (ReformPlan plan : scheme.reformPlans()) {
            html.element("h3", "", "Annex " + annex++ + ": " + plan.title())
                    .element("p", "bengali", plan.bengaliTitle())
                    .element(
                            "p",
                            "note",
                            "Full mark " + plan.fullMark().toPlainString() + ", which counts as "
                                    + plan.weight().toPlainString() + " of the marks of this agreement.");
            head(html, columns);
            plan.indicators()
                    .forEach(indicator ->
                            row(html, columns, given(indicator), indicator.ladder(version.fiscalYear()), Set.of()));
            html.raw("</tbody></table>");
        }
        html.raw("</div>");
    }

    private static Map<String, String> given(SchemeIndicator indicator) {
        Map<String, String> row = new LinkedHashMap<>();
        row.put("name", "[" + indicator.id() + "] " + indicator.name());
        row.put("unit", indicator.unit());
        row.put("weight", indicator.weight().toPlainString());
        row.put("evidence", indicator.evidence());
        return row;
    }

    private static Column column(String key, String title) {
        return new Column(key, title, "", true);
    }

    private static Html open(Html html) {
        return html.raw("<div class='wide'>");
    }

    private static void close(Html html) {
        html.raw("</tbody></table></div>");
    }

    /** Two lines where the column of targets is split into its levels; repeated on every page. */
    private void head(Html html, List<Column> columns) {
        boolean split = columns.stream().anyMatch(column -> column.key().equals("ladder"));
        int narrow = columns.stream()
                .mapToInt(column ->
                        column.key().equals("ladder") ? scheme.marks().size() : NARROW.contains(column.key()) ? 1 : 0)
                .sum();
        long broad = columns.stream()
                .filter(column -> !column.key().equals("ladder") && !NARROW.contains(column.key()))
                .count();
        double narrowWidth = broad == 0 ? 100.0 / narrow : Math.min(10, 100.0 / (narrow + 2.1 * broad));
        double broadWidth = (100 - narrow * narrowWidth) / Math.max(1, broad);
        html.raw("<table><colgroup>");
        for (Column column : columns) {
            boolean isLadder = column.key().equals("ladder");
            double width = isLadder || NARROW.contains(column.key()) ? narrowWidth : broadWidth;
            html.raw(String.format(Locale.ROOT, "<col style='width:%.2f%%'/>", width)
                    .repeat(isLadder ? scheme.marks().size() : 1));
        }
        html.raw("</colgroup><thead>");
        if (split) {
            html.raw("<tr>");
            columns.forEach(column -> html.raw(
                    column.key().equals("ladder")
                            ? "<th colspan='" + scheme.marks().size() + "'>" + HtmlPrinter.escape(column.title())
                                    + "</th>"
                            : "<th class='first'></th>"));
            html.raw("</tr>");
        }
        html.raw("<tr>");
        for (Column column : columns) {
            if (column.key().equals("ladder")) {
                scheme.marks().forEach(mark -> html.raw("<th>")
                        .text(mark.name())
                        .raw("<br/>")
                        .text(mark.percent() + "%")
                        .raw("</th>"));
            } else {
                html.raw(split ? "<th class='below'>" : "<th>")
                        .text(column.title())
                        .raw("</th>");
            }
        }
        html.raw("</tr>");
        html.raw("</thead><tbody>");
    }

    /** {@code again}: columns whose text stands in an earlier row of the group. */
    private void row(
            Html html, List<Column> columns, Map<String, String> texts, List<String> ladder, Set<String> again) {
        html.raw("<tr>");
        for (Column column : columns) {
            String key = column.key();
            if (key.equals("ladder")) {
                for (int level = 0; level < scheme.marks().size(); level++) {
                    html.element("td", "figure", level < ladder.size() ? ladder.get(level) : "");
                }
            } else if (again.contains(key)) {
                html.raw("<td class='again'></td>");
            } else {
                String style = NARROW.contains(key) ? "figure" : "typed";
                html.element("td", GROUPED.contains(key) ? style + " first" : style, texts.getOrDefault(key, ""));
            }
        }
        html.raw("</tr>");
    }
}
