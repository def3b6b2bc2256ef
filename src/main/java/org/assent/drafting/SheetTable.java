package org.assent.drafting;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.DateUtil;
import org.apache.poi.ss.usermodel.FormulaError;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.ss.util.NumberToTextConverter;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.assent.engine.Refusal;
import org.jspecify.annotations.Nullable;

/** One sheet as a table: its columns found by their headings, its cells as the text an official would type. */
final class SheetTable {

    private static final int MOST_ROWS = 3_000;
    private static final int MOST_MERGED = 5_000;
    /** The heading may stand below a title. */
    private static final int HEADING_WITHIN = 10;

    private final Sheet sheet;
    private final int heading;
    private final Map<String, Integer> columns;
    private final List<CellRangeAddress> merged;

    private SheetTable(Sheet sheet, int heading, Map<String, Integer> columns) {
        this.sheet = sheet;
        this.heading = heading;
        this.columns = columns;
        if (sheet.getNumMergedRegions() > MOST_MERGED) {
            throw new Refusal("Sheet “%s” has more merged cells than any agreement.".formatted(sheet.getSheetName()));
        }
        this.merged = sheet.getMergedRegions();
    }

    /**
     * Finds the row of headings.
     *
     * @param headings column key by heading, several headings for one column allowed
     * @param needed columns that may not be missing
     */
    static SheetTable of(Sheet sheet, Map<String, String> headings, List<String> needed) {
        Map<String, String> known = new HashMap<>();
        headings.forEach((heading, column) -> known.put(plain(heading), column));
        Map<String, Integer> best = new HashMap<>();
        int bestRow = 0;
        for (int row = sheet.getFirstRowNum(); row >= 0 && row < sheet.getFirstRowNum() + HEADING_WITHIN; row++) {
            Map<String, Integer> found = columns(sheet, row, known);
            if (found.size() > best.size()) {
                best = found;
                bestRow = row;
            }
        }
        for (String column : needed) {
            if (!best.containsKey(column)) {
                String heading = headings.entrySet().stream()
                        .filter(entry -> entry.getValue().equals(column))
                        .map(Map.Entry::getKey)
                        .findFirst()
                        .orElse(column);
                throw new Refusal("Sheet “%s” has no column “%s”.".formatted(sheet.getSheetName(), heading));
            }
        }
        return new SheetTable(sheet, bestRow, best);
    }

    private static Map<String, Integer> columns(Sheet sheet, int number, Map<String, String> known) {
        Map<String, Integer> found = new LinkedHashMap<>();
        Row row = sheet.getRow(number);
        if (row == null) {
            return found;
        }
        for (Cell cell : row) {
            String column = cell.getCellType() == CellType.STRING ? known.get(plain(cell.getStringCellValue())) : null;
            if (column != null && found.putIfAbsent(column, cell.getColumnIndex()) != null) {
                throw new Refusal("Sheet “%s” has two columns “%s”: cell %s is the second."
                        .formatted(
                                sheet.getSheetName(),
                                cell.getStringCellValue().strip(),
                                new CellReference(cell).formatAsString(false)));
            }
        }
        return found;
    }

    /** Case, blanks and a star for a footnote make no other heading. */
    private static String plain(String heading) {
        return java.text.Normalizer.normalize(heading, java.text.Normalizer.Form.NFC)
                .replace("*", "")
                .replaceAll("[\\s\\u00a0]+", " ")
                .strip()
                .toLowerCase(Locale.ROOT);
    }

    /** Rows with anything in them, below the headings. */
    List<Integer> rows() {
        List<Integer> rows = new ArrayList<>();
        for (Row cells : sheet) {
            int row = cells.getRowNum();
            if (row > heading
                    && columns.keySet().stream()
                            .anyMatch(column -> !own(row, column).isBlank())) {
                rows.add(row);
            }
            if (rows.size() > MOST_ROWS) {
                throw new Refusal("Sheet “%s” has more lines than any agreement.".formatted(sheet.getSheetName()));
            }
        }
        return rows;
    }

    /** What the cell shows, which in a merged area is what its first cell says. */
    String text(int row, String column) {
        CellRangeAddress area = area(row, column);
        return area == null ? own(row, column) : text(cell(area.getFirstRow(), area.getFirstColumn()), column);
    }

    /** The first row of the merged area that covers this cell; -1 if none does over several rows. */
    int top(int row, String column) {
        CellRangeAddress area = area(row, column);
        return area == null || area.getFirstRow() == area.getLastRow() ? -1 : area.getFirstRow();
    }

    private @Nullable CellRangeAddress area(int row, String column) {
        Integer index = columns.get(column);
        if (index == null) {
            return null;
        }
        for (CellRangeAddress area : merged) {
            if (area.isInRange(row, index)) {
                return area;
            }
        }
        return null;
    }

    private String own(int row, String column) {
        Integer index = columns.get(column);
        return index == null ? "" : text(cell(row, index), column);
    }

    private @Nullable Cell cell(int row, int column) {
        Row cells = sheet.getRow(row);
        return cells == null ? null : cells.getCell(column);
    }

    private String text(@Nullable Cell cell, String column) {
        if (cell == null) {
            return "";
        }
        boolean formula = cell.getCellType() == CellType.FORMULA;
        if (formula && cell instanceof XSSFCell stored && !stored.getCTCell().isSetV()) {
            throw refusal(cell, column, "the formula has no result yet; open the workbook in Excel and save it.");
        }
        return switch (formula ? cell.getCachedFormulaResultType() : cell.getCellType()) {
            case STRING -> cell.getStringCellValue();
            case NUMERIC -> number(cell, column);
            case BOOLEAN -> cell.getBooleanCellValue() ? "TRUE" : "FALSE";
            case ERROR ->
                throw refusal(
                        cell,
                        column,
                        (formula ? "the formula gives the error " : "the cell holds the error ")
                                + FormulaError.forInt(cell.getErrorCellValue()).getString() + ".");
            default -> "";
        };
    }

    private String number(Cell cell, String column) {
        if (DateUtil.isCellDateFormatted(cell)) {
            if (cell.getNumericCellValue() < 1) {
                throw refusal(cell, column, "a time of day stands where a number or a date belongs.");
            }
            return cell.getLocalDateTimeCellValue().toLocalDate().toString();
        }
        BigDecimal value = exact(cell.getNumericCellValue());
        String format = cell.getCellStyle().getDataFormatString();
        return format != null && format.contains("%") ? plain(value.movePointRight(2)) + " %" : plain(value);
    }

    /** The digits that Excel shows, not those of the binary fraction behind them. */
    static BigDecimal exact(double value) {
        return new BigDecimal(NumberToTextConverter.toText(value));
    }

    static String plain(BigDecimal value) {
        return value.signum() == 0 ? "0" : value.stripTrailingZeros().toPlainString();
    }

    Refusal refusal(int row, String column, String problem) {
        Integer index = columns.get(column);
        return new Refusal("Sheet “%s”, cell %s: %s"
                .formatted(
                        sheet.getSheetName(),
                        new CellReference(row, index == null ? 0 : index).formatAsString(false),
                        problem));
    }

    private Refusal refusal(Cell cell, String column, String problem) {
        return new Refusal("Sheet “%s”, cell %s (%s): %s"
                .formatted(
                        sheet.getSheetName(),
                        new CellReference(cell).formatAsString(false),
                        Columns.label(column),
                        problem));
    }
}
