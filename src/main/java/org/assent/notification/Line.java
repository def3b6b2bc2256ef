package org.assent.notification;

/**
 * A line of the document.
 *
 * @param left the cell before the column gap; empty if the line starts in the right column
 * @param text all of the line without columns, else its right cell
 * @param columns whether the line has the gap between two columns
 * @param gap whether an empty line, or that much space, stands before it
 * @param page counted from 1
 * @param x where it starts in points, NaN in a plain text
 */
record Line(String left, String text, boolean columns, boolean gap, int page, double x) {

    static Line plain(String text, boolean gap, int page) {
        return new Line("", text, false, gap, page, Double.NaN);
    }

    String whole() {
        return columns && !left.isEmpty() ? (left + " " + text).strip() : text;
    }

    Line withGap(boolean other) {
        return new Line(left, text, columns, other, page, x);
    }

    /** The same line when its left cell has been dealt with. */
    Line rightOnly() {
        return new Line("", text, columns, gap, page, x);
    }

    boolean isPlain() {
        return Double.isNaN(x);
    }
}
