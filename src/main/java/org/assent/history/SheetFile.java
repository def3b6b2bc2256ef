package org.assent.history;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.apache.poi.ss.SpreadsheetVersion;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.streaming.SXSSFSheet;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;
import org.assent.history.Table.Cell;

/** Tables as CSV and as an Excel workbook with a sheet for each. Every cell is text: nothing typed becomes a formula. */
final class SheetFile implements AutoCloseable {

    /** The file format itself reads this as an encoded character. */
    private static final Pattern ENCODED = Pattern.compile("_(?=x[0-9A-Fa-f]{4}_)");

    private static final int LONGEST = SpreadsheetVersion.EXCEL2007.getMaxTextLength() - 10;

    private final SXSSFWorkbook workbook = new SXSSFWorkbook(100);
    private final Map<String, SXSSFSheet> sheets = new LinkedHashMap<>();
    private final CellStyle heading = workbook.createCellStyle();
    private final CellStyle plain = workbook.createCellStyle();

    SheetFile() {
        var bold = workbook.createFont();
        bold.setBold(true);
        heading.setFont(bold);
        heading.setWrapText(true);
        plain.setQuotePrefixed(true);
    }

    /** UTF-8 with its mark, as spreadsheets want it. */
    static byte[] csv(Table table) {
        StringBuilder lines = new StringBuilder("\uFEFF");
        line(lines, table.columns());
        table.rows().forEach(row -> line(lines, row.stream().map(Cell::text).toList()));
        return lines.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static void line(StringBuilder lines, List<String> cells) {
        for (int at = 0; at < cells.size(); at++) {
            String text = cells.get(at);
            // what a spreadsheet would take for a formula begins with an apostrophe, and so stays text
            boolean isFormula = !text.isEmpty() && "=+-@\t\r\n".indexOf(text.charAt(0)) >= 0;
            lines.append(at == 0 ? "\"" : ",\"")
                    .append(isFormula ? "'" : "")
                    .append(text.replace("\"", "\"\""))
                    .append('"');
        }
        lines.append("\r\n");
    }

    /** Puts the table's rows below those that its sheet has already; {@code of} fills the first column, if there is one. */
    void add(Table table, String first, String of) {
        SXSSFSheet sheet = sheets.get(table.id());
        if (sheet == null) {
            sheet = workbook.createSheet(table.title());
            sheet.createFreezePane(0, 1);
            sheets.put(table.id(), sheet);
            Row head = sheet.createRow(0);
            int column = 0;
            if (!first.isEmpty()) {
                put(head, column++, first, heading);
            }
            for (String name : table.columns()) {
                sheet.setColumnWidth(column, 24 * 256);
                put(head, column++, name, heading);
            }
        }
        for (List<Cell> cells : table.rows()) {
            if (sheet.getLastRowNum() >= SpreadsheetVersion.EXCEL2007.getLastRowIndex()) {
                return;
            }
            Row row = sheet.createRow(sheet.getLastRowNum() + 1);
            int column = 0;
            if (!first.isEmpty()) {
                put(row, column++, of, plain);
            }
            for (Cell cell : cells) {
                put(row, column++, cell.text(), plain);
            }
        }
    }

    private static void put(Row row, int column, String text, CellStyle style) {
        var cell = row.createCell(column);
        String safe = ENCODED.matcher(text).replaceAll("_x005F_");
        cell.setCellValue(safe.length() > LONGEST ? safe.substring(0, LONGEST) + " …" : safe);
        cell.setCellStyle(style);
    }

    byte[] bytes() {
        try (ByteArrayOutputStream file = new ByteArrayOutputStream()) {
            workbook.write(file);
            return file.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        try {
            workbook.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
