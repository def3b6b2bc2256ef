package org.assent.history;

import static org.assent.print.HtmlPrinter.escape;

import java.time.Instant;
import java.util.List;
import org.assent.history.Table.Cell;
import org.assent.print.HtmlPrinter;
import org.assent.print.Imprint;

/** Case files on paper: a table of contents, then each case with all its tables. Whatever was typed is escaped. */
final class CasePaper {

    private static final String STYLE =
            """
            @page { size: A4 landscape; margin: 16mm 14mm 16mm 14mm;
              @bottom-left { content: '%FOOTER%'; font-family: Serif; font-size: 7pt; color: #444; }
              @bottom-right { content: 'Page ' counter(page) ' of ' counter(pages); font-family: Serif; font-size: 7pt; color: #444; } }
            body { font-family: Serif; font-size: 9pt; line-height: 1.3; }
            h1 { font-size: 18pt; margin: 0 0 2mm 0; }
            h2 { font-size: 14pt; margin: 0 0 2mm 0; }
            h3 { font-size: 11pt; margin: 5mm 0 1mm 0; page-break-after: avoid; }
            .case { page-break-before: always; }
            .contents a { color: #000; text-decoration: none; }
            .contents a::after { content: leader('.') target-counter(attr(href), page); }
            .contents p { margin: 0 0 0.6mm 0; }
            .contents .in { margin-left: 8mm; }
            table { -fs-table-paginate: paginate; border-collapse: collapse; width: 100%; table-layout: fixed; font-size: 7.5pt; }
            th, td { border: 0.4pt solid #666; padding: 0.8mm; text-align: left; vertical-align: top; word-wrap: break-word; }
            td { white-space: pre-wrap; }
            th { background: #eee; }
            tr { page-break-inside: avoid; }
            """;

    /** A case on paper. */
    record Chapter(String title, List<Table> tables) {}

    private final StringBuilder page = new StringBuilder();

    private CasePaper() {}

    static byte[] print(String title, String printed, Instant at, List<Chapter> chapters) {
        CasePaper paper = new CasePaper();
        paper.page
                .append("<html><head><title>")
                .append(escape(title))
                .append("</title><style>")
                .append(STYLE.replace("%FOOTER%", footer(title)))
                .append("</style></head><body><h1>")
                .append(escape(title))
                .append("</h1><p>")
                .append(escape(printed))
                .append("</p><h2>Contents</h2><div class=\"contents\">");
        for (int chapter = 0; chapter < chapters.size(); chapter++) {
            paper.entry("c" + chapter, chapters.get(chapter).title(), "");
            for (Table table : chapters.get(chapter).tables()) {
                paper.entry(
                        "c" + chapter + table.id(),
                        table.title() + " (" + table.rows().size() + ")",
                        "in");
            }
        }
        paper.page.append("</div>");
        for (int chapter = 0; chapter < chapters.size(); chapter++) {
            paper.chapter("c" + chapter, chapters.get(chapter));
        }
        return HtmlPrinter.print(
                paper.page.append("</body></html>").toString(), new Imprint(title, "Assent", "Case file", title, at));
    }

    /** Stands in a style sheet, so it keeps to signs that end nothing there. */
    private static String footer(String title) {
        return title.replaceAll("[^\\p{L}\\p{N} ,./()-]", " ");
    }

    private void entry(String id, String title, String style) {
        page.append("<p class=\"")
                .append(style)
                .append("\"><a href=\"#")
                .append(id)
                .append("\">")
                .append(escape(title))
                .append("</a></p>");
    }

    private void chapter(String id, Chapter chapter) {
        page.append("<div class=\"case\"><h2 id=\"")
                .append(id)
                .append("\">")
                .append(escape(chapter.title()))
                .append("</h2>");
        for (Table table : chapter.tables()) {
            page.append("<h3 id=\"")
                    .append(id)
                    .append(table.id())
                    .append("\">")
                    .append(escape(table.title()))
                    .append("</h3>");
            if (!table.note().isEmpty()) {
                page.append("<p>").append(escape(table.note())).append("</p>");
            }
            if (table.rows().isEmpty()) {
                page.append("<p>None.</p>");
            } else {
                rows(table);
            }
        }
        page.append("</div>");
    }

    private void rows(Table table) {
        page.append("<table><thead><tr>");
        table.columns()
                .forEach(column -> page.append("<th>").append(escape(column)).append("</th>"));
        page.append("</tr></thead><tbody>");
        for (List<Cell> row : table.rows()) {
            page.append("<tr>");
            row.forEach(cell ->
                    page.append("<td>").append(escape(breakable(cell.text()))).append("</td>"));
            page.append("</tr>");
        }
        page.append("</tbody></table>");
    }

    /** Long words without a space, hashes above all, would run out of their cell. */
    private static String breakable(String text) {
        return text.replaceAll("(\\S{28})(?=\\S)", "$1\u200B");
    }
}
