package org.assent.scoring;

import com.opencsv.CSVReader;
import com.opencsv.CSVReaderBuilder;
import com.opencsv.RFC4180ParserBuilder;
import com.opencsv.exceptions.CsvValidationException;
import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.assent.engine.Refusal;
import org.jspecify.annotations.Nullable;

/** A sheet of figures to be scored: all lines that can be, and what is wrong with the others. */
record ScoreSheet(List<ScoreLine> lines, List<BadLine> badLines, Set<String> ignored) {

    /** More than all offices of a country. */
    static final int MOST_LINES = 30_000;

    /** A line that cannot be scored, by its number in the file. */
    record BadLine(int line, String message) {}

    /** More lines than anybody can have meant. */
    static final class TooLong extends RuntimeException {}

    static ScoreSheet read(String csv) {
        try (CSVReader reader = new CSVReaderBuilder(new StringReader(csv))
                .withCSVParser(
                        new RFC4180ParserBuilder().withSeparator(separator(csv)).build())
                .build()) {
            return read(reader);
        } catch (IOException | CsvValidationException e) {
            throw new Refusal("The sheet is no proper CSV: a quotation mark is opened and never closed.");
        }
    }

    private static ScoreSheet read(CSVReader reader) throws IOException, CsvValidationException {
        String[] headings = null;
        ScoreSheet sheet = new ScoreSheet(new ArrayList<>(), new ArrayList<>(), new LinkedHashSet<>());
        List<@Nullable SheetColumn> columns = List.of();
        int line = 1;
        for (String[] cells = reader.readNext(); cells != null; cells = reader.readNext()) {
            boolean blank = Arrays.stream(cells).allMatch(String::isBlank);
            if (!blank && headings == null) {
                headings = cells;
                columns = sheet.columns(cells);
            } else if (!blank) {
                sheet.add(line, columns, cells);
            }
            line = (int) reader.getLinesRead() + 1;
        }
        if (headings == null) {
            throw new Refusal("The sheet is empty.");
        }
        if (sheet.lines.isEmpty() && sheet.badLines.isEmpty()) {
            throw new Refusal("The sheet has headings, but no line to score.");
        }
        return sheet;
    }

    private List<@Nullable SheetColumn> columns(String[] headings) {
        List<@Nullable SheetColumn> columns = new ArrayList<>();
        for (String heading : headings) {
            SheetColumn column = SheetColumn.headed(heading).orElse(null);
            if (column != null && columns.contains(column)) {
                throw new Refusal("The sheet has the column " + heading.strip() + " twice.");
            }
            if (column == null && !heading.isBlank()) {
                ignored.add(heading.strip());
            }
            columns.add(column);
        }
        if (!columns.contains(SheetColumn.LADDER) || !columns.contains(SheetColumn.ACTUAL)) {
            throw new Refusal("The first line must name the columns, ladder and actual at least;"
                    + " direction, weight, mode and evidence may follow, in any order.");
        }
        return columns;
    }

    private void add(int line, List<? extends @Nullable SheetColumn> columns, String[] cells) {
        if (lines.size() + badLines.size() == MOST_LINES) {
            throw new TooLong();
        }
        try {
            lines.add(ScoreLine.of(line, cells(columns, cells)));
        } catch (Refusal refusal) {
            badLines.add(new BadLine(line, String.valueOf(refusal.getMessage())));
        }
    }

    private static Map<SheetColumn, String> cells(List<? extends @Nullable SheetColumn> columns, String[] cells) {
        for (int i = columns.size(); i < cells.length; i++) {
            if (!cells[i].isBlank()) {
                throw new Refusal("The line has more cells than there are headings:"
                        + " put whatever contains a comma in quotation marks.");
            }
        }
        Map<SheetColumn, String> named = new EnumMap<>(SheetColumn.class);
        for (int i = 0; i < columns.size(); i++) {
            SheetColumn column = columns.get(i);
            if (column != null) {
                named.put(column, i < cells.length ? cells[i] : "");
            }
        }
        return named;
    }

    /** Spreadsheets of some countries separate by semicolons; the headings tell. */
    private static char separator(String csv) {
        String headings =
                csv.lines().filter(line -> !line.isBlank()).findFirst().orElse("");
        return headings.contains(",") ? ',' : headings.contains(";") ? ';' : headings.contains("\t") ? '\t' : ',';
    }
}
