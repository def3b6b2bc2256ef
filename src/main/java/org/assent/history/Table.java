package org.assent.history;

import java.util.List;

/**
 * Rows under headings, the same on the page, in Excel and on paper. Public: pages show it and add their own.
 *
 * @param id for links to it
 * @param note what to know before reading it, or why it is empty; may be empty
 */
public record Table(String id, String title, String note, List<String> columns, List<List<Cell>> rows) {

    /**
     * One cell.
     *
     * @param link id of a case to open, or {@code step:} and the id of a step to show; empty for plain text
     */
    public record Cell(String text, String link) {}

    public static Cell cell(String text) {
        return new Cell(text, "");
    }

    public static Cell link(String text, String link) {
        return new Cell(text, link);
    }

    /** Plain texts as a row. */
    public static List<Cell> row(String... texts) {
        return java.util.Arrays.stream(texts).map(Table::cell).toList();
    }
}
