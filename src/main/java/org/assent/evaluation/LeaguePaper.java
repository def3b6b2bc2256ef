package org.assent.evaluation;

import static org.assent.print.HtmlPrinter.escape;

import java.util.Set;
import org.assent.print.HtmlPrinter;
import org.assent.print.Imprint;

/** A published list on paper and as CSV. */
final class LeaguePaper {

    private final LeagueTable league;
    private final Set<Integer> shared;

    LeaguePaper(LeagueTable league) {
        this.league = league;
        this.shared = league.sharedPlaces();
    }

    byte[] print() {
        StringBuilder page = Paper.begin(title(), "Results " + league.fiscalYear() + ", edition " + league.edition());
        page.append("<p>Annual Performance Agreements, fiscal year ")
                .append(league.fiscalYear())
                .append("</p><h1>Results: ")
                .append(escape(level()))
                .append("</h1><p>Published ")
                .append(Paper.day(league.publishedAt()))
                .append(", edition ")
                .append(league.edition())
                .append(". ")
                .append(league.offices())
                .append(league.offices() == 1 ? " office" : " offices")
                .append("; average ")
                .append(league.average().toPlainString())
                .append(", best ")
                .append(league.best().toPlainString())
                .append(", worst ")
                .append(league.worst().toPlainString())
                .append(".</p><table>")
                .append(Paper.heading("Place", "Office", ">Score"))
                .append("<tbody>");
        for (LeagueTable.Row row : league.rows()) {
            page.append(row.rank() <= LeagueTable.HONOURED ? "<tr class=\"honoured\">" : "<tr>")
                    .append(Paper.cell(place(row)))
                    .append(Paper.cell(row.name()))
                    .append(Paper.number(row.score().toPlainString()))
                    .append("</tr>");
        }
        page.append("</tbody></table><p class=\"small\">Offices with the same score share a place, and the next place")
                .append(" follows without a gap. The first ten places are shaded.</p>");
        return HtmlPrinter.print(
                Paper.end(page),
                new Imprint(
                        title(),
                        "Cabinet Division",
                        "Results",
                        league.fiscalYear() + "/" + league.level() + "/" + league.edition(),
                        league.publishedAt()));
    }

    String csv() {
        StringBuilder lines = new StringBuilder(
                "\uFEFFplace,jointly,office,code,score,first_ten,average,best,worst,edition,published\r\n");
        for (LeagueTable.Row row : league.rows()) {
            lines.append(row.rank())
                    .append(',')
                    .append(shared.contains(row.rank()) ? "yes" : "no")
                    .append(',')
                    .append(cell(row.name()))
                    .append(',')
                    .append(cell(row.organisation()))
                    .append(',')
                    .append(row.score().toPlainString())
                    .append(',')
                    .append(row.rank() <= LeagueTable.HONOURED ? "yes" : "no")
                    .append(',')
                    .append(league.average().toPlainString())
                    .append(',')
                    .append(league.best().toPlainString())
                    .append(',')
                    .append(league.worst().toPlainString())
                    .append(',')
                    .append(league.edition())
                    .append(',')
                    .append(cell(Paper.day(league.publishedAt())))
                    .append("\r\n");
        }
        return lines.toString();
    }

    /** What a spreadsheet would take for a formula begins with an apostrophe, and so stays text. */
    static String cell(String text) {
        boolean isFormula = !text.isEmpty() && "=+-@\t\r\n".indexOf(text.charAt(0)) >= 0;
        return '"' + (isFormula ? "'" : "") + text.replace("\"", "\"\"") + '"';
    }

    private String place(LeagueTable.Row row) {
        return row.rank() + (shared.contains(row.rank()) ? " (jointly)" : "");
    }

    private String title() {
        return "Results " + league.fiscalYear() + ", " + level();
    }

    private String level() {
        return league.level().plural();
    }
}
