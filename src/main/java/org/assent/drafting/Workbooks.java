package org.assent.drafting;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.assent.drafting.Content.Dependence;
import org.assent.drafting.Content.Outcome;
import org.assent.drafting.Content.Term;
import org.assent.engine.Refusal;

/** Reads a workbook as a content; {@link WorkbookWriter} writes what it reads. */
final class Workbooks {

    private static final List<String> SHEETS =
            List.of(Headings.OBJECTIVES, Headings.OUTCOMES, Headings.TEXT, Headings.ACRONYMS, Headings.DEPENDENCES);

    private final Frame frame;
    private final Keys keys = new Keys();

    private Workbooks(Frame frame) {
        this.frame = frame;
    }

    /** What the workbook says; of a sheet that it leaves out, what {@code now} says. */
    static Content read(byte[] file, Content now, Frame frame) {
        try (XSSFWorkbook workbook = WorkbookFile.open(file)) {
            return new Workbooks(frame).content(workbook, now);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Content content(XSSFWorkbook workbook, Content now) {
        Map<String, Sheet> sheets = sheets(workbook);
        keys.keep(now, sheets.keySet());
        List<String> functions = new ArrayList<>();
        Map<String, String> texts = texts(sheets, now, functions);
        return new Content(
                texts.getOrDefault("overviewAchievements", ""),
                texts.getOrDefault("overviewChallenges", ""),
                texts.getOrDefault("overviewPlans", ""),
                texts.getOrDefault("overviewTargets", ""),
                texts.getOrDefault("preamble", ""),
                texts.getOrDefault("vision", ""),
                texts.getOrDefault("mission", ""),
                functions,
                sheets.containsKey(Headings.OUTCOMES) ? outcomes(sheets.get(Headings.OUTCOMES)) : now.outcomes(),
                sheets.containsKey(Headings.OBJECTIVES)
                        ? new ObjectiveRows(table(sheets.get(Headings.OBJECTIVES), Headings.OBJECTIVE_COLUMNS), keys)
                                .read()
                        : now.objectives(),
                sheets.containsKey(Headings.ACRONYMS) ? acronyms(sheets.get(Headings.ACRONYMS)) : now.acronyms(),
                sheets.containsKey(Headings.DEPENDENCES)
                        ? dependences(sheets.get(Headings.DEPENDENCES))
                        : now.dependences());
    }

    private static Map<String, Sheet> sheets(XSSFWorkbook workbook) {
        Map<String, Sheet> sheets = new HashMap<>();
        for (Sheet sheet : workbook) {
            String name = sheet.getSheetName().strip();
            String known = SHEETS.stream()
                    .filter(name::equalsIgnoreCase)
                    .findFirst()
                    .orElseThrow(() -> new Refusal("The workbook has a sheet “%s”, which is none of %s."
                            .formatted(name, String.join(", ", SHEETS))));
            sheets.put(known, sheet);
        }
        if (sheets.isEmpty()) {
            throw new Refusal("The workbook has no sheet.");
        }
        return sheets;
    }

    private SheetTable table(Sheet sheet, List<String> columns) {
        String name = SHEETS.stream()
                .filter(sheet.getSheetName().strip()::equalsIgnoreCase)
                .findFirst()
                .orElseThrow();
        return SheetTable.of(sheet, Headings.known(name, columns, frame), columns);
    }

    private Map<String, String> texts(Map<String, Sheet> sheets, Content now, List<String> functions) {
        Map<String, String> texts = new HashMap<>(Items.of(now).all().get(0).fields());
        if (!sheets.containsKey(Headings.TEXT)) {
            functions.addAll(now.functions());
            return texts;
        }
        SheetTable table = table(sheets.get(Headings.TEXT), Headings.TEXT_COLUMNS);
        Set<String> seen = new HashSet<>();
        for (int row : table.rows()) {
            String part = table.text(row, "part").strip();
            if (part.equalsIgnoreCase(Headings.FUNCTION)) {
                functions.add(table.text(row, "text"));
                continue;
            }
            String field = Headings.TEXTS.stream()
                    .filter(known -> Columns.label(known).equalsIgnoreCase(part))
                    .findFirst()
                    .orElseThrow(() -> table.refusal(row, "part", "there is no part “" + part + "” in an agreement."));
            if (!seen.add(field)) {
                throw table.refusal(row, "part", "the part “" + part + "” stands there twice.");
            }
            texts.put(field, table.text(row, "text"));
        }
        return texts;
    }

    private List<Outcome> outcomes(Sheet sheet) {
        SheetTable table = table(sheet, Headings.OUTCOME_COLUMNS);
        return table.rows().stream()
                .map(row -> new Outcome(
                        keys.claim(table.text(row, Headings.KEY), "u"),
                        table.text(row, "name"),
                        table.text(row, "indicator"),
                        table.text(row, "unit"),
                        table.text(row, "actualBefore"),
                        table.text(row, "actualLast"),
                        table.text(row, "target"),
                        table.text(row, "projectionNext"),
                        table.text(row, "projectionAfter"),
                        table.text(row, "responsible")))
                .toList();
    }

    private List<Term> acronyms(Sheet sheet) {
        SheetTable table = table(sheet, Headings.ACRONYM_COLUMNS);
        return table.rows().stream()
                .map(row -> new Term(
                        keys.claim(table.text(row, Headings.KEY), "t"),
                        table.text(row, "acronym"),
                        table.text(row, "meaning")))
                .toList();
    }

    private List<Dependence> dependences(Sheet sheet) {
        SheetTable table = table(sheet, Headings.DEPENDENCE_COLUMNS);
        return table.rows().stream()
                .map(row -> new Dependence(
                        keys.claim(table.text(row, Headings.KEY), "d"),
                        table.text(row, "organisation"),
                        table.text(row, "need"),
                        table.text(row, "reason")))
                .toList();
    }
}
