package org.assent.evaluation;

import static org.assent.print.HtmlPrinter.escape;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.assent.scheme.FiscalYear;

/** What the printed results have in common: their style, their heading, days as they are written in Dhaka. */
final class Paper {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.ENGLISH);

    private static final String STYLE =
            """
            @page { size: A4; margin: 18mm 16mm 20mm 16mm;
              @bottom-right { content: "Page " counter(page) " of " counter(pages); font-family: Serif; font-size: 8pt; color: #555; }
              @bottom-left { content: "%s"; font-family: Serif; font-size: 8pt; color: #555; } }
            body { font-family: Serif; font-size: 9.5pt; color: #1b2538; margin: 0; }
            h1 { font-size: 17pt; margin: 0 0 1mm 0; color: #122b55; }
            h2 { font-size: 11.5pt; margin: 6mm 0 2mm 0; color: #122b55; page-break-after: avoid; }
            p { margin: 0 0 1.5mm 0; }
            .small { font-size: 8pt; color: #444; }
            .warning { border: 0.6pt solid #8a4b00; padding: 2mm 3mm; color: #8a4b00; margin: 2mm 0; }
            table { width: 100%%; border-collapse: collapse; -fs-table-paginate: paginate; }
            tr { page-break-inside: avoid; }
            th { text-align: left; font-weight: bold; font-size: 8.5pt; border-bottom: 0.8pt solid #122b55; padding: 1mm 1.5mm 1mm 1.5mm; vertical-align: bottom; }
            td { border-bottom: 0.3pt solid #c9ced6; padding: 1mm 1.5mm 1mm 1.5mm; vertical-align: top; }
            .number { text-align: right; white-space: nowrap; }
            .whole { white-space: nowrap; }
            .tiles { margin: 4mm 0 2mm 0; }
            .tiles td { border: 0.6pt solid #9fb3c8; background-color: #eef3f8; padding: 2mm 3mm; width: 25%%; }
            .tiles .value { font-size: 15pt; font-weight: bold; color: #122b55; }
            .track { background-color: #dfe5ec; width: 45mm; height: 3.2mm; margin-top: 0.8mm; }
            .short .track { width: 22mm; }
            .got { background-color: #1f4e79; height: 3.2mm; }
            .plan .got { background-color: #8a6d1f; }
            .honoured td { background-color: #f6efdb; }
            .years td { border-bottom: 0.8pt solid #122b55; vertical-align: bottom; text-align: center; padding: 0 2mm; }
            .years .year td { border: 0; padding-top: 1mm; vertical-align: top; }
            .column { background-color: #1f4e79; width: 12mm; margin: 0.6mm auto 0 auto; }
            .old { background-color: #8fa6bd; }
            """;

    private Paper() {}

    /** @param foot at the bottom of each page: letters, digits, commas and dashes only */
    static StringBuilder begin(String title, String foot) {
        return new StringBuilder("<html xmlns=\"http://www.w3.org/1999/xhtml\" lang=\"en\"><head><title>")
                .append(escape(title))
                .append("</title><style>")
                .append(STYLE.formatted(foot.replaceAll("[^A-Za-z0-9 ,.\\-–]", " ")))
                .append("</style></head><body>");
    }

    static String end(StringBuilder page) {
        return page.append("</body></html>").toString();
    }

    static String day(Instant moment) {
        return DAY.format(moment.atZone(FiscalYear.DHAKA));
    }

    static String cell(String text) {
        return "<td>" + escape(text) + "</td>";
    }

    static String number(String text) {
        return "<td class=\"number\">" + escape(text) + "</td>";
    }

    static String heading(String... columns) {
        StringBuilder row = new StringBuilder("<thead><tr>");
        for (String column : columns) {
            boolean right = column.startsWith(">");
            row.append(right ? "<th class=\"number\">" : "<th>")
                    .append(escape(right ? column.substring(1) : column))
                    .append("</th>");
        }
        return row.append("</tr></thead>").toString();
    }
}
