package org.assent.drafting;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.poi.ss.usermodel.BorderStyle;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.ss.usermodel.Font;
import org.apache.poi.ss.usermodel.IndexedColors;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.VerticalAlignment;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.ss.util.CellRangeAddressList;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.assent.drafting.Content.Activity;
import org.assent.drafting.Content.Indicator;
import org.assent.drafting.Content.Objective;

/** Writes a content as a workbook that {@link Workbooks} reads again without loss. */
final class WorkbookWriter {

    /** Figures become numbers, so that Excel can add them up; words never do. */
    private static final Set<String> FIGURES = Set.of(
            "objectiveWeight",
            "weight",
            "actualBefore",
            "actualLast",
            "target",
            "ladder.0",
            "ladder.1",
            "ladder.2",
            "ladder.3",
            "ladder.4",
            "projectionNext",
            "projectionAfter");

    private static final Pattern NUMBER = Pattern.compile("-?(0|[1-9]\\d{0,11})(\\.\\d{0,8}[1-9])?");
    /** The file format itself reads this as an encoded character. */
    private static final Pattern ENCODED = Pattern.compile("_(?=x[0-9A-Fa-f]{4}_)");

    private static final int LINES_WITH_CHOICES = 1_000;
    private static final int WIDE = 40 * 256;
    private static final int NARROW = 14 * 256;

    private final XSSFWorkbook workbook = new XSSFWorkbook();
    private final CellStyle heading = heading();
    private final CellStyle plain = plain(false);
    private final CellStyle quoted = plain(true);

    private WorkbookWriter() {}

    static byte[] write(Content content) {
        WorkbookWriter writer = new WorkbookWriter();
        try (writer.workbook;
                ByteArrayOutputStream file = new ByteArrayOutputStream()) {
            writer.objectives(content.objectives());
            writer.outcomes(content);
            writer.texts(content);
            writer.annexes(content);
            writer.workbook.write(file);
            return file.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void objectives(List<Objective> objectives) {
        XSSFSheet sheet = sheet(Headings.OBJECTIVES, Headings.OBJECTIVE_COLUMNS);
        for (Objective objective : objectives) {
            int first = sheet.getLastRowNum() + 1;
            if (objective.activities().isEmpty()) {
                line(sheet, objective, null, null);
            }
            for (Activity activity : objective.activities()) {
                int top = sheet.getLastRowNum() + 1;
                if (activity.indicators().isEmpty()) {
                    line(sheet, objective, activity, null);
                }
                activity.indicators().forEach(indicator -> line(sheet, objective, activity, indicator));
                merge(sheet, top, 2);
            }
            merge(sheet, first, 0);
            merge(sheet, first, 1);
        }
        for (String field : List.of("kind", "direction", "accumulation", "mode")) {
            int column = Headings.OBJECTIVE_COLUMNS.indexOf(field);
            var helper = sheet.getDataValidationHelper();
            sheet.addValidationData(helper.createValidation(
                    helper.createExplicitListConstraint(Choices.labels(field).toArray(String[]::new)),
                    new CellRangeAddressList(1, LINES_WITH_CHOICES, column, column)));
        }
    }

    private void line(
            XSSFSheet sheet,
            Objective objective,
            @org.jspecify.annotations.Nullable Activity activity,
            @org.jspecify.annotations.Nullable Indicator indicator) {
        List<String> values = new ArrayList<>();
        values.add(objective.name());
        values.add(objective.weight());
        values.add(activity == null ? "" : activity.name());
        var fields = indicator == null ? java.util.Map.<String, String>of() : Items.fields(indicator);
        Headings.OBJECTIVE_COLUMNS.stream()
                .skip(values.size())
                .map(column -> Choices.label(column, fields.getOrDefault(column, "")))
                .forEach(values::add);
        values.add(objective.key()
                + (activity == null ? "" : "/" + activity.key())
                + (indicator == null ? "" : "/" + indicator.key()));
        line(sheet, Headings.OBJECTIVE_COLUMNS, values);
    }

    private void outcomes(Content content) {
        items(Headings.OUTCOMES, Headings.OUTCOME_COLUMNS, Items.Kind.OUTCOME, content);
    }

    private void annexes(Content content) {
        items(Headings.ACRONYMS, Headings.ACRONYM_COLUMNS, Items.Kind.TERM, content);
        items(Headings.DEPENDENCES, Headings.DEPENDENCE_COLUMNS, Items.Kind.DEPENDENCE, content);
    }

    private void items(String name, List<String> columns, Items.Kind kind, Content content) {
        XSSFSheet sheet = sheet(name, columns);
        for (Items.Item item : Items.of(content).all()) {
            if (item.kind() == kind) {
                List<String> values = new ArrayList<>(columns.stream()
                        .map(column -> item.fields().getOrDefault(column, ""))
                        .toList());
                values.add(item.key());
                line(sheet, columns, values);
            }
        }
    }

    private void texts(Content content) {
        XSSFSheet sheet = sheet(Headings.TEXT, Headings.TEXT_COLUMNS);
        sheet.setColumnWidth(1, 3 * WIDE);
        var texts = Items.of(content).all().get(0).fields();
        Headings.TEXTS.forEach(
                part -> line(sheet, Headings.TEXT_COLUMNS, List.of(Columns.label(part), texts.getOrDefault(part, ""))));
        content.functions()
                .forEach(function -> line(sheet, Headings.TEXT_COLUMNS, List.of(Headings.FUNCTION, function)));
    }

    private XSSFSheet sheet(String name, List<String> columns) {
        XSSFSheet sheet = workbook.createSheet(name);
        Row row = sheet.createRow(0);
        for (int column = 0; column < columns.size(); column++) {
            Cell cell = row.createCell(column);
            cell.setCellValue(Headings.of(name, columns.get(column)));
            cell.setCellStyle(heading);
            sheet.setColumnWidth(column, FIGURES.contains(columns.get(column)) ? NARROW : WIDE);
        }
        if (!name.equals(Headings.TEXT)) {
            Cell key = row.createCell(columns.size());
            key.setCellValue(Headings.of(name, Headings.KEY));
            key.setCellStyle(heading);
            sheet.setColumnHidden(columns.size(), true);
        }
        sheet.createFreezePane(0, 1);
        return sheet;
    }

    private void line(XSSFSheet sheet, List<String> columns, List<String> values) {
        Row row = sheet.createRow(sheet.getLastRowNum() + 1);
        for (int column = 0; column < values.size(); column++) {
            Cell cell = row.createCell(column);
            cell.setCellStyle(plain);
            String value = values.get(column);
            if (column < columns.size() && FIGURES.contains(columns.get(column)) && isNumber(value)) {
                cell.setCellValue(Double.parseDouble(value));
            } else if (!value.isEmpty()) {
                cell.setCellValue(ENCODED.matcher(value).replaceAll("_x005F_"));
                // or Excel would take it for a formula once somebody edits the cell
                cell.setCellStyle("=+-@\t\r\n".indexOf(value.charAt(0)) >= 0 ? quoted : plain);
            }
        }
    }

    /** A number that Excel gives back digit by digit. */
    private static boolean isNumber(String value) {
        return NUMBER.matcher(value).matches()
                && SheetTable.plain(SheetTable.exact(Double.parseDouble(value))).equals(value);
    }

    private static void merge(XSSFSheet sheet, int first, int column) {
        int last = sheet.getLastRowNum();
        if (last > first) {
            sheet.addMergedRegionUnsafe(new CellRangeAddress(first, last, column, column));
        }
    }

    private CellStyle heading() {
        CellStyle style = workbook.createCellStyle();
        Font bold = workbook.createFont();
        bold.setBold(true);
        style.setFont(bold);
        style.setWrapText(true);
        style.setVerticalAlignment(VerticalAlignment.TOP);
        style.setFillForegroundColor(IndexedColors.GREY_25_PERCENT.getIndex());
        style.setFillPattern(FillPatternType.SOLID_FOREGROUND);
        style.setBorderBottom(BorderStyle.THIN);
        return style;
    }

    private CellStyle plain(boolean quotePrefixed) {
        CellStyle style = workbook.createCellStyle();
        style.setWrapText(true);
        style.setVerticalAlignment(VerticalAlignment.TOP);
        style.setQuotePrefixed(quotePrefixed);
        return style;
    }
}
