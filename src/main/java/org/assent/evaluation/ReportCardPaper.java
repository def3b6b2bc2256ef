package org.assent.evaluation;

import static org.assent.print.HtmlPrinter.escape;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.assent.evaluation.ReportCard.Part;
import org.assent.evaluation.ReportCard.Standing;
import org.assent.print.HtmlPrinter;
import org.assent.print.Imprint;
import org.jspecify.annotations.Nullable;

/** A report card on paper. */
final class ReportCardPaper {

    /** Of the column that stands for 100. */
    private static final double TALLEST_MM = 30;

    private static final int YEARS = 10;

    private final ReportCard card;
    private final ScoreSheet sheet;
    private final StringBuilder page;

    ReportCardPaper(ReportCard card) {
        this.card = card;
        this.sheet = card.sheet();
        this.page = Paper.begin(title(), "Report card, " + sheet.agreementKey().replace('/', ' '));
    }

    byte[] print() {
        page.append("<p>Annual Performance Agreement, fiscal year ")
                .append(sheet.fiscalYear())
                .append("</p><h1>Report card: ")
                .append(escape(card.office()))
                .append("</h1>");
        Standing standing = card.standing();
        if (standing == null) {
            page.append("<p class=\"warning\">")
                    .append(
                            sheet.fixed()
                                    ? "This score is final, but not published yet."
                                    : "This score is provisional: a committee may still return it.")
                    .append("</p>");
        }
        tiles(standing);
        page.append("<p class=\"small\">").append(escape(card.composed())).append("</p>");
        parts();
        years();
        indicators();
        return HtmlPrinter.print(Paper.end(page), imprint(standing));
    }

    private String title() {
        return "Report card of " + card.office() + " " + sheet.fiscalYear();
    }

    private Imprint imprint(@Nullable Standing standing) {
        Instant fixed = sheet.fixedAt();
        Instant dated = standing != null
                ? standing.publishedAt()
                : fixed == null ? sheet.fiscalYear().ends() : fixed;
        return new Imprint(
                title(),
                "Cabinet Division",
                "Report card",
                sheet.agreementKey() + dated + sheet.compositeExact(),
                dated);
    }

    private void tiles(@Nullable Standing standing) {
        page.append("<table class=\"tiles\"><tr>");
        tile("Score", sheet.composite().toPlainString(), "of 100");
        tile("Band", sheet.band(), "");
        if (standing == null) {
            tile("Place", "–", "not published");
            tile("All offices", "–", "not published");
        } else {
            tile(
                    "Place",
                    standing.placeInWords(),
                    "of " + standing.offices() + (standing.isHonoured() ? ", among the first ten" : ""));
            tile(
                    "Average of all",
                    standing.average().toPlainString(),
                    "best " + standing.best().toPlainString() + ", worst "
                            + standing.worst().toPlainString());
        }
        page.append("</tr></table>");
        if (standing != null) {
            page.append("<p class=\"small\">Published ")
                    .append(Paper.day(standing.publishedAt()))
                    .append(", edition ")
                    .append(standing.edition())
                    .append(" of the list.</p>");
        }
    }

    private void tile(String label, String value, String note) {
        page.append("<td><div class=\"small\">")
                .append(escape(label))
                .append("</div><div class=\"value\">")
                .append(escape(value))
                .append("</div><div class=\"small\">")
                .append(escape(note))
                .append("</div></td>");
    }

    private void parts() {
        page.append("<h2>Score against target, by objective and reform plan</h2><table>")
                .append(Paper.heading("", "Objective or plan", "0 to 100 %", ">Score", ">Of", ">%"))
                .append("<tbody>");
        for (Part part : card.parts()) {
            page.append(part.isPlan() ? "<tr class=\"plan\">" : "<tr>")
                    .append(Paper.cell(part.number()))
                    .append(Paper.cell(part.title()))
                    .append(bar(part.percent()))
                    .append(Paper.number(part.got().toPlainString()))
                    .append(Paper.number(part.weight().stripTrailingZeros().toPlainString()))
                    .append(Paper.number(part.percent().toPlainString()))
                    .append("</tr>");
        }
        page.append("</tbody></table>");
    }

    private void indicators() {
        page.append("<h2>By indicator</h2><table class=\"short\">")
                .append(Paper.heading(
                        "", "Indicator", "Target", "Achieved", "0 to 100", ">Raw", ">Weighted", ">Weight"))
                .append("<tbody>");
        for (Part part : card.parts()) {
            for (ScoreSheet.Line line : part.lines()) {
                page.append(part.isPlan() ? "<tr class=\"plan\">" : "<tr>")
                        .append(Paper.cell("[" + line.id() + "]"))
                        .append(Paper.cell(line.indicator() + " (" + line.unit() + ")"))
                        .append("<td class=\"whole\">" + escape(line.target()) + "</td>")
                        .append(achieved(line))
                        .append(bar(line.raw()))
                        .append(Paper.number(line.rawShown().toPlainString()))
                        .append(Paper.number(line.weightedShown().toPlainString()))
                        .append(Paper.number(line.weight().stripTrailingZeros().toPlainString()))
                        .append("</tr>");
            }
        }
        page.append("</tbody></table>");
        if (!sheet.plans().isEmpty()) {
            page.append("<p class=\"small\">Weights of a reform plan’s indicators are in the plan’s own marks; the plan"
                    + " counts after scaling to its weight.</p>");
        }
    }

    private static String achieved(ScoreSheet.Line line) {
        return "<td class=\"whole\">" + escape(line.figure().isEmpty() ? "none" : line.figure())
                + (line.evidenceAccepted() ? "" : "<div class=\"small\">evidence<br/>not accepted</div>") + "</td>";
    }

    private static String bar(BigDecimal percent) {
        String width = percent.min(BigDecimal.valueOf(100)).max(BigDecimal.ZERO).toPlainString();
        return "<td><div class=\"track\"><div class=\"got\" style=\"width: " + width + "%\"></div></div></td>";
    }

    private void years() {
        List<TrendPoint> all = card.trend();
        if (all.isEmpty()) {
            return;
        }
        List<TrendPoint> shown = all.subList(Math.max(0, all.size() - YEARS), all.size());
        page.append("<div style=\"page-break-inside: avoid\"><h2>Published scores over the years</h2>")
                .append("<table class=\"years\" style=\"width: ")
                .append(shown.size() * 17)
                .append("mm\"><tr>");
        for (TrendPoint year : shown) {
            double height = year.score().doubleValue() / 100 * TALLEST_MM;
            page.append("<td><div class=\"small\">")
                    .append(year.score().toPlainString())
                    .append("</div><div class=\"column")
                    .append(year.imported() ? " old" : "")
                    .append("\" style=\"height: ")
                    .append(String.format(Locale.ROOT, "%.1f", height))
                    .append("mm\"></div></td>");
        }
        page.append("</tr><tr class=\"year\">");
        for (TrendPoint year : shown) {
            page.append("<td class=\"small\">")
                    .append(year.fiscalYear())
                    .append("<br/>")
                    .append(year.rank() == null ? "" : "place " + year.rank())
                    .append("</td>");
        }
        page.append("</tr></table>");
        if (shown.stream().anyMatch(TrendPoint::imported)) {
            page.append("<p class=\"small\">Pale columns: results from before this desk, as they were published.</p>");
        }
        page.append("</div>");
    }
}
