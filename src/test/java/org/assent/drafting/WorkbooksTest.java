package org.assent.drafting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Consumer;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.DateUtil;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.apache.poi.xssf.usermodel.XSSFWorkbookType;
import org.assent.drafting.Content.Activity;
import org.assent.drafting.Content.Indicator;
import org.assent.drafting.Content.Objective;
import org.assent.engine.Refusal;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("once")
class WorkbooksTest {

    private static final int WEIGHT = 5;
    private static final int TOP_LEVEL = 12;

    private final Content sample = Edited.industries();

    @Test
    void a_draft_comes_back_as_it_went_with_all_its_keys() {
        assertThat(read(WorkbookWriter.write(sample), Content.empty())).isEqualTo(sample);
    }

    @Test
    void figures_go_out_as_numbers_and_what_looks_like_a_formula_as_text() throws IOException {
        Content content = Edited.of(sample)
                .set("i-plots", "name", "=HYPERLINK(\"http://example.org\")")
                .set("i-labs", "evidence", "@SUM(A1)")
                .set("i-gi", "measurement", "-2+3")
                .set("", "vision", "+8801")
                .content();
        byte[] file = WorkbookWriter.write(content);
        try (XSSFWorkbook workbook = new XSSFWorkbook(new ByteArrayInputStream(file))) {
            Sheet sheet = workbook.getSheet("Objectives");
            assertThat(sheet.getRow(1).getCell(WEIGHT).getCellType()).isEqualTo(CellType.NUMERIC);
            Cell name = sheet.getRow(3).getCell(3);
            assertThat(name.getCellType()).isEqualTo(CellType.STRING);
            assertThat(name.getCellStyle().getQuotePrefixed()).isTrue();
            for (Sheet each : workbook) {
                for (Row row : each) {
                    row.forEach(cell -> assertThat(cell.getCellType()).isNotEqualTo(CellType.FORMULA));
                }
            }
            assertThat(sheet.isColumnHidden(Headings.OBJECTIVE_COLUMNS.size())).isTrue();
            assertThat(sheet.getMergedRegions()).isNotEmpty();
        }
        assertThat(read(file, Content.empty())).isEqualTo(content);
    }

    @Test
    void bengali_text_and_digits_commas_and_blanks_come_back_as_typed() {
        Content content = Edited.of(sample)
                .set("i-plots", "name", "বরাদ্দকৃত শিল্প প্লট")
                .ladder("i-plots", "২,৫০০", "2,300", "১২,৫০,০০০.৫০", "", "")
                .set("i-plots", "weight", "৭.০০")
                .set("i-plots", "budgetCode", "00142")
                .set("i-urea", "name", "two\nlines and a _x0041_ code")
                .content();
        assertThat(read(WorkbookWriter.write(content), Content.empty())).isEqualTo(content);
    }

    @Test
    void percentages_and_dates_are_read_as_an_official_would_type_them() {
        byte[] file = edit(sample, workbook -> {
            Row row = workbook.getSheet("Objectives").getRow(4);
            CellStyle percent = workbook.createCellStyle();
            percent.setDataFormat(workbook.createDataFormat().getFormat("0.0%"));
            row.getCell(TOP_LEVEL).setCellValue(0.9);
            row.getCell(TOP_LEVEL).setCellStyle(percent);
            row.getCell(TOP_LEVEL + 1).setCellValue(0.875);
            row.getCell(TOP_LEVEL + 1).setCellStyle(percent);
            CellStyle date = workbook.createCellStyle();
            date.setDataFormat(workbook.createDataFormat().getFormat("d/m/yyyy"));
            row.getCell(TOP_LEVEL + 2).setCellValue(DateUtil.getExcelDate(java.time.LocalDate.of(2023, 7, 16)));
            row.getCell(TOP_LEVEL + 2).setCellStyle(date);
            row.getCell(TOP_LEVEL + 3).setCellValue(29.95);
            row.getCell(TOP_LEVEL + 4).setCellValue(0.1 + 0.2);
        });
        assertThat(indicator(read(file, Content.empty()), "i-plots-working").ladder())
                .containsExactly("90 %", "87.5 %", "2023-07-16", "29.95", "0.3");
    }

    @Test
    void of_a_formula_its_value_is_taken_and_its_error_is_refused_with_the_cell() {
        byte[] sum = edit(sample, workbook -> {
            Cell cell = workbook.getSheet("Objectives").getRow(1).getCell(WEIGHT);
            cell.setCellFormula("2*3");
            workbook.getCreationHelper().createFormulaEvaluator().evaluateAll();
        });
        assertThat(read(sum, Content.empty())).isEqualTo(sample);

        byte[] error = edit(sample, workbook -> {
            workbook.getSheet("Objectives").getRow(1).getCell(WEIGHT).setCellFormula("1/0");
            workbook.getCreationHelper().createFormulaEvaluator().evaluateAll();
        });
        assertRefused(error, "Sheet “Objectives”, cell F2 (Weight): the formula gives the error #DIV/0!.");

        byte[] never = edit(sample, workbook -> {
            var cell = workbook.getSheet("Objectives").getRow(1).getCell(WEIGHT);
            cell.setCellFormula("2*3");
            cell.getCTCell().unsetV();
        });
        assertThat(catchRefusal(never))
                .startsWith("Sheet “Objectives”, cell F2 (Weight): the formula has no result yet");
    }

    @Test
    void objectives_and_activities_may_be_merged_repeated_or_written_once() {
        Content merged = read(byHand(true, "First", "", ""), Content.empty());
        Content repeated = read(byHand(false, "First", "First", "First"), Content.empty());
        Content once = read(byHand(false, "First", "", ""), Content.empty());
        for (Content content : List.of(merged, repeated, once)) {
            assertThat(content.objectives()).singleElement().satisfies(objective -> {
                assertThat(objective.name()).isEqualTo("First");
                assertThat(objective.weight()).isEqualTo("70");
                assertThat(objective.activities()).singleElement().satisfies(activity -> assertThat(
                                activity.indicators())
                        .extracting(Indicator::name)
                        .containsExactly("One", "Two", "Three"));
            });
        }
        Content two = read(byHand(false, "First", "First", "Second"), Content.empty());
        assertThat(two.objectives()).extracting(Objective::name).containsExactly("First", "Second");
    }

    @Test
    void columns_are_found_by_their_headings_in_any_order_and_empty_lines_are_passed_over() {
        byte[] file = edit(sample, workbook -> {
            Sheet sheet = workbook.getSheet("Outcomes");
            for (Row row : sheet) {
                String first = row.getCell(0).getStringCellValue();
                row.getCell(0).setCellValue(row.getCell(1).getStringCellValue());
                row.getCell(1).setCellValue(first);
            }
            sheet.getRow(0).getCell(0).setCellValue("  INDICATOR ");
            sheet.createRow(20).createCell(0).setCellValue("   ");
            sheet.createRow(2_000);
        });
        assertThat(read(file, Content.empty())).isEqualTo(sample);
    }

    @Test
    void a_heading_may_be_the_scheme_s_in_either_language() {
        byte[] file = edit(sample, workbook -> {
            Row heading = workbook.getSheet("Objectives").getRow(0);
            heading.getCell(0).setCellValue("কৌশলগত উদ্দেশ্য");
            heading.getCell(3).setCellValue("Performance indicator");
        });
        assertThat(read(file, Content.empty())).isEqualTo(sample);
    }

    @Test
    void a_line_without_a_key_or_with_a_copied_one_gets_a_new_key() {
        byte[] file = edit(sample, workbook -> {
            Sheet sheet = workbook.getSheet("Acronyms");
            Row added = sheet.createRow(sheet.getLastRowNum() + 1);
            added.createCell(0).setCellValue("APA");
            added.createCell(1).setCellValue("Annual Performance Agreement");
            Row copied = sheet.createRow(sheet.getLastRowNum() + 1);
            copied.createCell(0).setCellValue("BCIC");
            copied.createCell(1).setCellValue("Copied");
            copied.createCell(2).setCellValue(sample.acronyms().get(0).key());
        });
        Content content = read(file, Content.empty());
        assertThat(content.acronyms()).hasSize(sample.acronyms().size() + 2);
        assertThat(content.acronyms())
                .extracting(Content.Term::key)
                .doesNotHaveDuplicates()
                .allMatch(Check::isKey);
        Check.demandKeepable(content);
    }

    @Test
    void a_sheet_that_is_left_out_stays_as_it_is_in_the_draft() {
        byte[] file = edit(Edited.of(sample).set("o-state", "name", "Renamed").content(), workbook -> {
            workbook.removeSheetAt(workbook.getSheetIndex("Text"));
            workbook.removeSheetAt(workbook.getSheetIndex("Acronyms"));
        });
        assertThat(read(file, sample))
                .isEqualTo(Edited.of(sample).set("o-state", "name", "Renamed").content());
    }

    @Test
    void what_is_no_such_workbook_is_refused_in_a_sentence() throws IOException {
        assertRefused(
                "name,weight".getBytes(StandardCharsets.UTF_8),
                "This is not an Excel workbook (.xlsx). Please save it as one in Excel and try again.");
        assertRefused(
                zip("readme.txt", 10),
                "This is not an Excel workbook (.xlsx). Please save it as one in Excel and try again.");
        assertRefused(new byte[6 * 1024 * 1024], "This file is larger than 5 MB, so it was not read.");
        assertRefused(
                zip("xl/workbook.xml", 40 * 1024 * 1024),
                "This file unpacks to more than any agreement holds, so it was not read.");
        byte[] whole = WorkbookWriter.write(sample);
        assertThat(catchRefusal(java.util.Arrays.copyOf(whole, whole.length / 2)))
                .startsWith("This ");
        try (XSSFWorkbook macros = new XSSFWorkbook(XSSFWorkbookType.XLSM);
                ByteArrayOutputStream file = new ByteArrayOutputStream()) {
            macros.createSheet("Objectives");
            macros.write(file);
            assertThat(catchRefusal(file.toByteArray())).startsWith("This workbook contains macros.");
        }
    }

    @Test
    void a_workbook_that_carries_or_reaches_for_something_else_is_refused() throws IOException {
        byte[] whole = WorkbookWriter.write(sample);
        for (String part : List.of(
                "xl/embeddings/oleObject1.bin",
                "xl/externalLinks/externalLink1.xml",
                "xl/media/more.zip",
                "../evil.xml")) {
            assertThat(catchRefusal(with(whole, part, "x")))
                    .as(part)
                    .startsWith("This workbook holds other files or leads to other workbooks.");
        }
    }

    @Test
    void entities_in_a_workbook_reach_no_file_and_multiply_nothing() throws IOException {
        byte[] whole = WorkbookWriter.write(sample);
        StringBuilder laughs = new StringBuilder("<!DOCTYPE x [<!ENTITY a0 'ha'>");
        for (int i = 1; i < 12; i++) {
            laughs.append(
                    "<!ENTITY a%d '%s'>".formatted(i, "&a%d;".formatted(i - 1).repeat(10)));
        }
        String outside = "<!DOCTYPE x [<!ENTITY e SYSTEM 'file:///etc/hostname'>]>";
        for (String type : List.of(laughs + "]>", outside)) {
            String entity = type.startsWith(outside) ? "&e;" : "&a11;";
            byte[] file = with(
                    whole,
                    "xl/sharedStrings.xml",
                    "<?xml version='1.0'?>" + type
                            + "<sst xmlns='http://schemas.openxmlformats.org/spreadsheetml/2006/main'><si><t>" + entity
                            + "</t></si></sst>");
            long begun = System.nanoTime();
            assertThat(catchRefusal(file)).startsWith("This file cannot be read as an Excel workbook");
            assertThat(java.time.Duration.ofNanos(System.nanoTime() - begun))
                    .isLessThan(java.time.Duration.ofSeconds(20));
        }
    }

    /** The workbook with one part more, or another in its place. */
    private static byte[] with(byte[] workbook, String part, String content) throws IOException {
        var file = new java.io.ByteArrayOutputStream();
        try (var in = new java.util.zip.ZipInputStream(new java.io.ByteArrayInputStream(workbook));
                var out = new java.util.zip.ZipOutputStream(file)) {
            for (var entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                if (!entry.getName().equals(part)) {
                    out.putNextEntry(new java.util.zip.ZipEntry(entry.getName()));
                    in.transferTo(out);
                }
            }
            out.putNextEntry(new java.util.zip.ZipEntry(part));
            out.write(content.getBytes(java.nio.charset.StandardCharsets.UTF_8));
        }
        return file.toByteArray();
    }

    @Test
    void a_missing_column_an_unknown_sheet_and_a_second_weight_are_named() {
        assertRefused(
                edit(sample, workbook -> workbook.getSheet("Objectives")
                        .getRow(0)
                        .getCell(WEIGHT)
                        .setCellValue("Wait")),
                "Sheet “Objectives” has no column “Weight”.");
        assertThat(catchRefusal(edit(sample, workbook -> workbook.createSheet("Budget"))))
                .startsWith("The workbook has a sheet “Budget”, which is none of Objectives,");
        assertRefused(
                byHand(false, "First", "First", "First", "70", "", "60"),
                "Sheet “Objectives”, cell B4: the objective weighs 60 here and 70 above; write it alike in all its lines.");
    }

    @Test
    void columns_are_found_under_the_editor_s_headings_too() {
        byte[] file = edit(sample, workbook -> {
            for (Cell cell : workbook.getSheet("Objectives").getRow(0)) {
                switch (cell.getStringCellValue()) {
                    case "Actual two years ago" -> cell.setCellValue("Actual 2021-22");
                    case "Actual last year" -> cell.setCellValue("Actual 2022-23");
                    case "Target 100" -> cell.setCellValue("Level 100");
                    case "Projection next year" -> cell.setCellValue("Projection 2024-25");
                    default -> {}
                }
            }
        });
        assertThat(file).isNotEqualTo(WorkbookWriter.write(sample));
        assertThat(read(file, Content.empty())).isEqualTo(sample);
    }

    private static byte[] byHand(boolean merged, String... objectives) {
        return byHand(merged, objectives[0], objectives[1], objectives[2], "70", "", "");
    }

    private static byte[] byHand(
            boolean merged, String first, String second, String third, String weight1, String weight2, String weight3) {
        return edit(Content.empty(), workbook -> {
            Sheet sheet = workbook.getSheet("Objectives");
            String[][] rows = {
                {first, weight1, "Act", "One"}, {second, weight2, "", "Two"}, {third, weight3, "", "Three"}
            };
            for (String[] values : rows) {
                Row row = sheet.createRow(sheet.getLastRowNum() + 1);
                for (int column = 0; column < values.length; column++) {
                    row.createCell(column).setCellValue(values[column]);
                }
            }
            if (merged) {
                for (int column = 0; column < 3; column++) {
                    sheet.addMergedRegion(new CellRangeAddress(1, 3, column, column));
                }
            }
        });
    }

    private static byte[] edit(Content content, Consumer<XSSFWorkbook> change) {
        try (XSSFWorkbook workbook = new XSSFWorkbook(new ByteArrayInputStream(WorkbookWriter.write(content)));
                ByteArrayOutputStream file = new ByteArrayOutputStream()) {
            change.accept(workbook);
            workbook.write(file);
            return file.toByteArray();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] zip(String name, int size) throws IOException {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(file)) {
            zip.putNextEntry(new ZipEntry(name));
            byte[] zeros = new byte[8192];
            for (int written = 0; written < size; written += zeros.length) {
                zip.write(zeros);
            }
        }
        return file.toByteArray();
    }

    private static Indicator indicator(Content content, String key) {
        return content.objectives().stream()
                .flatMap(objective -> objective.activities().stream())
                .map(Activity::indicators)
                .flatMap(List::stream)
                .filter(indicator -> indicator.key().equals(key))
                .findFirst()
                .orElseThrow();
    }

    private static Content read(byte[] file, Content now) {
        return Workbooks.read(file, now, Schemes.FRAME);
    }

    private static void assertRefused(byte[] file, String sentence) {
        assertThatThrownBy(() -> read(file, Content.empty()))
                .isInstanceOf(Refusal.class)
                .hasMessage(sentence);
    }

    private static String catchRefusal(byte[] file) {
        return org.assertj.core.api.Assertions.catchThrowableOfType(Refusal.class, () -> read(file, Content.empty()))
                .getMessage();
    }
}
