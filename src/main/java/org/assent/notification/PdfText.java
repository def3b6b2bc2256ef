package org.assent.notification;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;
import org.jspecify.annotations.Nullable;

/** A PDF as lines, with its two-column table recognised by where the words stand. */
final class PdfText {
    private static final int MAX_PAGES = 60;
    private static final String DAMAGED = "This PDF is damaged, so nothing could be read from it.";

    /** A run of letters without a space. */
    private record Word(String text, double x, double end, double y, double size, int page) {}

    /** The words on one baseline. */
    private record Row(List<Word> words, int page) {
        double y() {
            return words.get(0).y();
        }

        double size() {
            return words.stream().mapToDouble(Word::size).max().orElse(10);
        }
    }

    private PdfText() {}

    static List<Line> lines(byte[] content) {
        try (PDDocument document = Loader.loadPDF(content)) {
            if (document.isEncrypted() && !document.getCurrentAccessPermission().canExtractContent()) {
                throw new UnreadableNotification("This PDF is protected: its text may not be taken out of it.");
            }
            if (document.getNumberOfPages() > MAX_PAGES) {
                throw new UnreadableNotification(
                        "This PDF has more than " + MAX_PAGES + " pages, so it is not a notification.");
            }
            WordCollector collector = new WordCollector();
            collector.getText(document);
            if (collector.words.isEmpty()) {
                throw new UnreadableNotification(
                        "This PDF holds pictures but no text, so nothing could be read from it.");
            }
            return lines(rows(collector.words));
        } catch (InvalidPasswordException locked) {
            throw new UnreadableNotification("This PDF is protected by a password, so it could not be opened.", locked);
        } catch (UnreadableNotification told) {
            throw told;
        } catch (IOException | RuntimeException | StackOverflowError damaged) {
            throw new UnreadableNotification(DAMAGED, damaged);
        }
    }

    private static List<Row> rows(List<Word> words) {
        List<Word> sorted = new ArrayList<>(words);
        sorted.sort(Comparator.comparingInt(Word::page).thenComparingDouble(Word::y));
        List<Row> rows = new ArrayList<>();
        for (Word word : sorted) {
            Row last = rows.isEmpty() ? null : rows.get(rows.size() - 1);
            boolean same =
                    last != null && last.page() == word.page() && Math.abs(last.y() - word.y()) < 0.35 * word.size();
            if (same && last != null) {
                last.words().add(word);
            } else {
                rows.add(new Row(new ArrayList<>(List.of(word)), word.page()));
            }
        }
        rows.forEach(row -> row.words().sort(Comparator.comparingDouble(Word::x)));
        return rows;
    }

    /** Where the right column starts: the place behind a wide gap where most rows go on. */
    private static double column(List<Row> rows) {
        Map<Long, Integer> votes = new HashMap<>();
        for (Row row : rows) {
            for (int i = 1; i < row.words().size(); i++) {
                Word word = row.words().get(i);
                if (word.x() - row.words().get(i - 1).end() > 0.6 * word.size()) {
                    votes.merge(Math.round(word.x() / 2), 1, Integer::sum);
                    break;
                }
            }
        }
        return votes.entrySet().stream()
                .filter(vote -> vote.getValue() >= 3)
                .max(Map.Entry.<Long, Integer>comparingByValue().thenComparing(Map.Entry.comparingByKey()))
                .map(vote -> vote.getKey() * 2.0)
                .orElse(Double.POSITIVE_INFINITY);
    }

    private static List<Line> lines(List<Row> rows) {
        double column = column(rows);
        List<Line> lines = new ArrayList<>();
        List<Double> before = new ArrayList<>();
        Row previous = null;
        for (Row row : rows) {
            double space = previous == null || previous.page() != row.page() ? Double.NaN : row.y() - previous.y();
            boolean gap = space > 1.75 * row.size();
            lines.add(line(row, column, gap));
            before.add(space);
            previous = row;
        }
        return topAligned(lines, before);
    }

    private static Line line(Row row, double column, boolean gap) {
        StringBuilder left = new StringBuilder();
        StringBuilder right = new StringBuilder();
        boolean inRight = false;
        @Nullable Word previous = null;
        for (Word word : row.words()) {
            double space = previous == null ? Double.POSITIVE_INFINITY : word.x() - previous.end();
            inRight |= Math.abs(word.x() - column) <= 2 && space > 0.4 * word.size()
                    || previous == null && word.x() > column;
            StringBuilder cell = inRight ? right : left;
            if (!cell.isEmpty() && space > 0.12 * word.size()) {
                cell.append(' ');
            }
            cell.append(word.text());
            previous = word;
        }
        double x = row.words().get(0).x();
        String rightText = text(right);
        String leftText = text(left);
        return inRight
                ? new Line(leftText, rightText, true, gap, row.page(), x)
                : new Line("", leftText, false, gap, row.page(), x);
    }

    /** In a PDF a soft hyphen within a line is one that was printed; at its end it parts a word. */
    private static String text(StringBuilder cell) {
        String printed = cell.toString().replaceAll("\u00AD(?=.)", "-").replace('\u00AD', Prose.PARTED);
        return PlainText.squeezed(PlainText.normal(printed));
    }

    /** A label set in the middle of its row has lines of its value above it: they are told by the wider space over them. */
    private static List<Line> topAligned(List<Line> lines, List<Double> before) {
        List<Line> result = new ArrayList<>(lines);
        int i = 0;
        while (i < result.size()) {
            int first = i;
            while (i < result.size()
                    && result.get(i).columns()
                    && result.get(i).left().isEmpty()) {
                i++;
            }
            boolean aLabelFollows = i < result.size() && !beginsHeading(result.get(i)) && i > first;
            if (aLabelFollows) {
                // behind a page break or a line over the whole width, the space says nothing
                boolean fromAnotherRow = first > 0
                        && result.get(first - 1).columns()
                        && !before.get(first).isNaN();
                int widest = fromAnotherRow ? first : Math.min(first + 1, i);
                for (int k = widest; k <= i; k++) {
                    widest = before.get(k) > before.get(widest) ? k : widest;
                }
                if (widest < i && before.get(widest) > 1.2 * before.get(i)) {
                    Line label = result.get(i);
                    result.set(
                            widest,
                            new Line(
                                    label.left().isEmpty() ? label.text() : label.left(),
                                    result.get(widest).text(),
                                    true,
                                    result.get(widest).gap(),
                                    label.page(),
                                    label.x()));
                    result.set(
                            i,
                            label.columns()
                                    ? label.rightOnly()
                                    : new Line("", "", true, false, label.page(), label.x()));
                }
            }
            i++;
        }
        return result.stream()
                .filter(line -> !line.left().isEmpty() || !line.text().isEmpty())
                .toList();
    }

    /** A line over the whole width, or one that is a heading by its number, is no label in the middle of its row. */
    private static boolean beginsHeading(Line line) {
        return !line.columns()
                && (line.gap() || line.text().matches("\\d{1,2}\\. .*") || !Labels.isLabelOrStart(line.text()));
    }

    /** Takes the words with their places instead of a text. */
    private static final class WordCollector extends PDFTextStripper {
        private final List<Word> words = new ArrayList<>();

        WordCollector() {
            setSortByPosition(true);
        }

        @Override
        protected void writeString(String text, List<TextPosition> positions) {
            StringBuilder letters = new StringBuilder();
            @Nullable TextPosition first = null;
            @Nullable TextPosition last = null;
            for (TextPosition position : positions) {
                boolean space = position.getUnicode().isBlank();
                boolean apart = last != null && position.getXDirAdj() - right(last) > 0.5 * position.getFontSizeInPt();
                if (first != null && last != null && (space || apart)) {
                    add(letters, first, last);
                    first = null;
                }
                if (!space) {
                    first = first == null ? position : first;
                    letters.append(position.getUnicode());
                    last = position;
                }
            }
            if (first != null && last != null) {
                add(letters, first, last);
            }
        }

        private void add(StringBuilder letters, TextPosition first, TextPosition last) {
            double size = Math.max(4, first.getFontSizeInPt());
            words.add(new Word(
                    letters.toString(), first.getXDirAdj(), right(last), first.getYDirAdj(), size, getCurrentPageNo()));
            letters.setLength(0);
        }

        private static double right(TextPosition position) {
            return position.getXDirAdj() + position.getWidthDirAdj();
        }
    }
}
