package org.assent.print;

import java.awt.Font;
import java.awt.font.FontRenderContext;
import java.awt.font.GlyphVector;
import java.awt.geom.Point2D;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.lang.Character.UnicodeScript;
import java.nio.charset.StandardCharsets;
import java.text.Bidi;
import java.text.BreakIterator;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.apache.pdfbox.pdmodel.graphics.form.PDFormXObject;
import org.apache.pdfbox.util.Matrix;
import org.assent.engine.Refusal;
import org.jspecify.annotations.Nullable;

/**
 * Sets text in any script that has a font: chooses fonts, shapes (conjuncts, marks, right to left), wraps, shrinks,
 * draws. PDFBox alone joins Bengali letters but places no marks; Java's own layout engine does both, for every script.
 * Public: every document is printed with it.
 */
public class Typesetter implements AutoCloseable {

    public static final int UNITS = 1000;

    private static final int INVISIBLE = 0xFFFF;

    /** Scripts where a letter is a glyph; they need no layout engine, and look the same on every Java. */
    private static final Set<UnicodeScript> PLAIN = EnumSet.of(
            UnicodeScript.LATIN,
            UnicodeScript.CYRILLIC,
            UnicodeScript.GREEK,
            UnicodeScript.COMMON,
            UnicodeScript.HAN,
            UnicodeScript.HIRAGANA,
            UnicodeScript.KATAKANA,
            UnicodeScript.HANGUL);

    private final PDDocument document;
    private final Map<Typeface, Face> faces = new EnumMap<>(Typeface.class);

    public Typesetter(PDDocument document) {
        this.document = document;
    }

    /** A text of one size, broken into lines. */
    public record Block(List<Line> lines, double size, double leading) {

        public double height() {
            return lines.size() * leading;
        }
    }

    /** Glyphs from left to right, in thousandths of the size. */
    public record Line(List<Run> runs, double width) {

        /** Capitals read better with air between them. */
        public Line spaced(double by) {
            List<Run> wider = new ArrayList<>();
            int before = 0;
            for (Run run : runs) {
                double[] x = run.x().clone();
                for (int i = 0; i < x.length; i++) {
                    x[i] += (before + i) * by;
                }
                before += x.length - 1;
                // no longer plain: readers would see words of one letter
                wider.add(new Run(run.face(), run.text(), false, run.glyphs(), x, run.y()));
            }
            return new Line(wider, width + (before - 1) * by);
        }
    }

    record Run(Typeface face, String text, boolean plain, int[] glyphs, double[] x, double[] y) {}

    private record Face(TrueTypeFont font, PDType0Font embedded) {}

    /** One line as wide as it gets. */
    public Line line(String text) {
        return line(clean(text), false);
    }

    /** The largest size from wish down to least at which the text stands in the lines; at the least, as many as it takes. */
    public Block fit(String text, boolean bold, double width, int lines, double wish, double least) {
        String clean = clean(text);
        double whole = line(clean, bold).width();
        for (double size = wish; size > least; size -= 0.5) {
            if (whole * size / UNITS > lines * width) {
                continue;
            }
            List<Line> broken = wrap(clean, bold, width * UNITS / size, false);
            if (broken.size() <= lines) {
                return block(broken, size);
            }
        }
        return block(wrap(clean, bold, width * UNITS / least, true), least);
    }

    private static String clean(String text) {
        return Normalizer.normalize(
                text.replaceAll("[\\u202A-\\u202E\\u2066-\\u2069]", "").strip().replaceAll("[\\s\\p{Cntrl}]+", " "),
                Normalizer.Form.NFC);
    }

    private Block block(List<Line> lines, double size) {
        double tallest = lines.stream()
                .flatMap(line -> line.runs().stream())
                .mapToDouble(run -> height(run.face()))
                .max()
                .orElse(1.2);
        return new Block(lines, size, size * Math.max(1.2, tallest * 0.95));
    }

    private double height(Typeface typeface) {
        try {
            TrueTypeFont font = face(typeface).font();
            var header = font.getHorizontalHeader();
            return (header.getAscender() - header.getDescender()) / (double) font.getUnitsPerEm();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private List<Line> wrap(String text, boolean bold, double width, boolean anywhere) {
        List<Line> lines = new ArrayList<>();
        BreakIterator breaks = BreakIterator.getLineInstance(Locale.ROOT);
        breaks.setText(text);
        int start = 0;
        while (start < text.length()) {
            int end = last(breaks, text, bold, start, width);
            if (end == start) {
                // one word wider than the line: a smaller size may hold it, and at the smallest it breaks between
                // letters
                BreakIterator letters = BreakIterator.getCharacterInstance(Locale.ROOT);
                letters.setText(text);
                end = anywhere ? Math.max(last(letters, text, bold, start, width), letters.following(start)) : -1;
            }
            if (end < 0) {
                return Collections.nCopies(Integer.MAX_VALUE, new Line(List.of(), 0));
            }
            lines.add(line(text.substring(start, end).strip(), bold));
            start = end;
        }
        return lines;
    }

    private int last(BreakIterator breaks, String text, boolean bold, int start, double width) {
        int fits = start;
        for (int end = breaks.following(start); end != BreakIterator.DONE; end = breaks.next()) {
            if (line(text.substring(start, end).strip(), bold).width() > width) {
                break;
            }
            fits = end;
        }
        return fits;
    }

    private Line line(String text, boolean bold) {
        if (text.isEmpty()) {
            return new Line(List.of(), 0);
        }
        Bidi bidi = new Bidi(text, Bidi.DIRECTION_DEFAULT_LEFT_TO_RIGHT);
        int count = bidi.getRunCount();
        byte[] levels = new byte[count];
        Integer[] order = new Integer[count];
        for (int i = 0; i < count; i++) {
            levels[i] = (byte) bidi.getRunLevel(i);
            order[i] = i;
        }
        Bidi.reorderVisually(levels, 0, order, 0, count);
        List<Run> runs = new ArrayList<>();
        double width = 0;
        for (int i : order) {
            boolean leftwards = bidi.getRunLevel(i) % 2 == 1;
            List<Run> parts = split(text.substring(bidi.getRunStart(i), bidi.getRunLimit(i)), bold, leftwards);
            if (leftwards) {
                Collections.reverse(parts);
            }
            for (Run part : parts) {
                runs.add(shift(part, width));
                width += part.x()[part.x().length - 1];
            }
        }
        return new Line(runs, width);
    }

    private static Run shift(Run run, double by) {
        double[] x = run.x().clone();
        for (int i = 0; i < x.length; i++) {
            x[i] += by;
        }
        return new Run(run.face(), run.text(), run.plain(), run.glyphs(), x, run.y());
    }

    private List<Run> split(String text, boolean bold, boolean leftwards) {
        List<Run> runs = new ArrayList<>();
        int start = 0;
        Typeface face = choose(text, 0, bold, null);
        for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
            Typeface next = choose(text, i, bold, face);
            if (next != face) {
                runs.add(shape(text.substring(start, i), face, leftwards));
                start = i;
                face = next;
            }
        }
        runs.add(shape(text.substring(start), face, leftwards));
        return runs;
    }

    private Typeface choose(String text, int at, boolean bold, @Nullable Typeface current) {
        int letter = text.codePointAt(at);
        UnicodeScript script = UnicodeScript.of(letter);
        boolean belongsToNeighbours = script == UnicodeScript.COMMON || script == UnicodeScript.INHERITED;
        if (belongsToNeighbours && current != null && (joins(letter) || has(current, letter))) {
            return current;
        }
        for (Typeface face : Typeface.values()) {
            if ((bold || face != Typeface.BOLD) && has(face, letter)) {
                return face;
            }
        }
        throw new Refusal("This document cannot be printed: there is no font for the script "
                + Character.getName(letter)
                        .replaceAll(" (LETTER|SYLLABLE|VOWEL|DIGIT|SIGN).*", "")
                        .toLowerCase(Locale.ROOT)
                + ".");
    }

    private static boolean joins(int letter) {
        return letter == 0x200C || letter == 0x200D;
    }

    private boolean has(Typeface face, int letter) {
        return glyph(face, letter) != 0;
    }

    private int glyph(Typeface face, int letter) {
        try {
            return face(face).font().getUnicodeCmapLookup().getGlyphId(letter);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private Run shape(String text, Typeface face, boolean leftwards) {
        boolean plain = !leftwards && text.codePoints().allMatch(letter -> PLAIN.contains(UnicodeScript.of(letter)));
        return plain ? plain(text, face) : joined(text, face, leftwards);
    }

    private Run plain(String text, Typeface face) {
        try {
            TrueTypeFont font = face(face).font();
            int[] glyphs = text.codePoints().map(letter -> glyph(face, letter)).toArray();
            double[] x = new double[glyphs.length + 1];
            for (int i = 0; i < glyphs.length; i++) {
                x[i + 1] = x[i] + font.getAdvanceWidth(glyphs[i]) * (double) UNITS / font.getUnitsPerEm();
            }
            return new Run(face, text, true, glyphs, x, new double[glyphs.length + 1]);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private Run joined(String text, Typeface face, boolean leftwards) {
        FontRenderContext exact = new FontRenderContext(null, true, true);
        GlyphVector vector = face.shaper()
                .layoutGlyphVector(
                        exact,
                        text.toCharArray(),
                        0,
                        text.length(),
                        leftwards ? Font.LAYOUT_RIGHT_TO_LEFT : Font.LAYOUT_LEFT_TO_RIGHT);
        int count = vector.getNumGlyphs();
        int[] glyphs = vector.getGlyphCodes(0, count, null);
        double[] x = new double[count + 1];
        double[] y = new double[count + 1];
        for (int i = 0; i <= count; i++) {
            Point2D at = vector.getGlyphPosition(i);
            x[i] = at.getX();
            y[i] = -at.getY();
            if (i < count && glyphs[i] == 0) {
                throw new Refusal("This document cannot be printed: its font lacks a letter that it needs.");
            }
        }
        return new Run(face, text, false, glyphs, x, y);
    }

    /** Draws the line with its left end at x. */
    public void draw(PDPageContentStream page, Line line, double size, double x, double y) throws IOException {
        for (Run run : line.runs()) {
            Set<Integer> used = new HashSet<>();
            if (!run.plain()) {
                // conjuncts have no code of their own; with this, searching and copying find the letters as they were
                // typed
                raw(page, "/Span <</ActualText <" + hex(run.text()) + ">>> BDC\n");
            }
            page.beginText();
            page.setFont(face(run.face()).embedded(), (float) size);
            for (int i = 0; i < run.glyphs().length; i++) {
                if (run.glyphs()[i] != INVISIBLE) {
                    used.add(run.glyphs()[i]);
                    page.setTextMatrix(Matrix.getTranslateInstance(
                            (float) (x + run.x()[i] * size / UNITS), (float) (y + run.y()[i] * size / UNITS)));
                    raw(page, "<%04x> Tj\n".formatted(run.glyphs()[i]));
                }
            }
            page.endText();
            if (!run.plain()) {
                page.endMarkedContent();
            }
            face(run.face()).embedded().addGlyphsToSubset(used);
        }
    }

    /** Whether it can be set letter by letter, without shaping, in the font for Latin. */
    boolean isPlain(String text) {
        return text.codePoints()
                .allMatch(letter -> Character.isWhitespace(letter)
                        || PLAIN.contains(UnicodeScript.of(letter)) && has(Typeface.LATIN_CYRILLIC, letter));
    }

    /** Fonts of placed lines are not known to the pages, which would else take this on themselves. */
    void embed() throws IOException {
        for (Face face : faces.values()) {
            face.embedded().subset();
        }
    }

    /** The line as something that can be placed anywhere, with its left end and its baseline at the origin. */
    PDFormXObject form(Line line, double size, double above, double below) {
        PDResources fonts = new PDResources();
        StringBuilder commands = new StringBuilder("0 g\n");
        for (Run run : line.runs()) {
            Set<Integer> used = new HashSet<>();
            commands.append("/Span <</ActualText <").append(hex(run.text())).append(">>> BDC\nBT\n");
            String font = fonts.add(face(run.face()).embedded()).getName();
            commands.append(String.format(Locale.ROOT, "/%s %.4f Tf\n", font, size));
            for (int i = 0; i < run.glyphs().length; i++) {
                if (run.glyphs()[i] != INVISIBLE) {
                    used.add(run.glyphs()[i]);
                    commands.append(String.format(
                            Locale.ROOT,
                            "1 0 0 1 %.4f %.4f Tm <%04x> Tj\n",
                            run.x()[i] * size / UNITS,
                            run.y()[i] * size / UNITS,
                            run.glyphs()[i]));
                }
            }
            commands.append("ET\nEMC\n");
            face(run.face()).embedded().addGlyphsToSubset(used);
        }
        return form(
                commands.toString(),
                fonts,
                new PDRectangle(0, (float) -below, (float) (line.width() * size / UNITS), (float) (above + below)));
    }

    private PDFormXObject form(String commands, PDResources fonts, PDRectangle box) {
        PDFormXObject form = new PDFormXObject(document);
        form.setBBox(box);
        form.setResources(fonts);
        try (OutputStream content = form.getContentStream().createOutputStream(COSName.FLATE_DECODE)) {
            content.write(commands.getBytes(StandardCharsets.US_ASCII));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return form;
    }

    /** PDFBox shows characters and knows marks by reference only; a shaped text is glyphs, and readers want marks inline. */
    @SuppressWarnings("deprecation")
    private static void raw(PDPageContentStream page, String commands) throws IOException {
        page.appendRawCommands(commands);
    }

    private static String hex(String text) {
        return "FEFF" + HexFormat.of().withUpperCase().formatHex(text.getBytes(StandardCharsets.UTF_16BE));
    }

    private Face face(Typeface typeface) {
        return faces.computeIfAbsent(typeface, this::embed);
    }

    private Face embed(Typeface typeface) {
        try (var bytes = typeface.open()) {
            TrueTypeFont font = new TTFParser().parse(new RandomAccessReadBuffer(bytes));
            return new Face(font, PDType0Font.load(document, font, true));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() throws IOException {
        for (Face face : faces.values()) {
            face.font().close();
        }
    }
}
