package org.assent.announcement;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.function.UnaryOperator;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.Font;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.assent.project.ProjectFacts;
import org.jspecify.annotations.Nullable;

/** The confirmed participants as an Excel workbook. */
final class ParticipantList {

    private static final List<String> COLUMNS =
            List.of("Reference", "Economy", "Family name", "Given name", "Position", "Organization", "E-mail", "Place");
    /** In units of 1/256 of a character; measuring the text would need fonts that a server may lack. */
    private static final int[] WIDTHS = {12, 20, 24, 24, 32, 40, 34, 12};

    private ParticipantList() {}

    static byte[] of(ProjectFacts project, List<ParticipantFacts> confirmed, UnaryOperator<String> economies) {
        try (XSSFWorkbook workbook = new XSSFWorkbook();
                ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            CellStyle bold = workbook.createCellStyle();
            Font font = workbook.createFont();
            font.setBold(true);
            bold.setFont(font);
            CellStyle text = workbook.createCellStyle();
            // what was typed stays text, also when the cell is edited or saved as CSV: “=…” becomes no formula
            text.setQuotePrefixed(true);
            text.setDataFormat(workbook.createDataFormat().getFormat("@"));
            Sheet sheet = workbook.createSheet("Participants");
            fill(sheet.createRow(0), bold, List.of(project.code() + " " + project.title()));
            fill(sheet.createRow(2), bold, COLUMNS);
            int line = 3;
            for (ParticipantFacts participant : confirmed) {
                fill(sheet.createRow(line++), text, cells(participant, economies));
            }
            for (int column = 0; column < WIDTHS.length; column++) {
                sheet.setColumnWidth(column, WIDTHS[column] * 256);
            }
            sheet.createFreezePane(0, 3);
            workbook.write(out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> cells(ParticipantFacts participant, UnaryOperator<String> economies) {
        return List.of(
                participant.reference(),
                economies.apply(participant.economy()),
                participant.familyName(),
                participant.givenName(),
                shown(participant.position()),
                shown(participant.organization()),
                shown(participant.email()),
                participant.local() ? "local" : "overseas");
    }

    private static String shown(@Nullable String value) {
        return value == null ? "" : value;
    }

    private static void fill(Row row, CellStyle style, List<String> values) {
        for (String value : values) {
            var cell = row.createCell(Math.max(0, row.getLastCellNum()));
            cell.setCellStyle(style);
            cell.setCellValue(value);
        }
    }
}
