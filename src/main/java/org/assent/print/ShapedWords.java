package org.assent.print;

import static java.util.Objects.requireNonNull;

import com.openhtmltopdf.css.style.CalculatedStyle;
import com.openhtmltopdf.extend.FSObjectDrawer;
import com.openhtmltopdf.extend.OutputDevice;
import com.openhtmltopdf.pdfboxout.PdfBoxFastOutputDevice;
import com.openhtmltopdf.render.RenderingContext;
import java.awt.Shape;
import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.pdfbox.pdmodel.graphics.form.PDFormXObject;
import org.assent.engine.Refusal;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/**
 * The words of a page that the page layout cannot shape: each becomes a box of the right width, which the typesetter
 * fills. The layout's own text would give Bengali its conjuncts, but misplaced marks and wrong widths.
 */
final class ShapedWords implements FSObjectDrawer {

    static final String TYPE = "assent/shaped-word";

    /** Room above and below the baseline, in ems. */
    private static final double ABOVE = 1.05;

    private static final double BELOW = 0.4;
    /** A word with more letters may break between two of them, for the narrow columns of wide tables. */
    private static final int LONG = 14;

    private static final Pattern WORD = Pattern.compile("\\S+");

    private final Typesetter type;
    private final Map<String, Typesetter.Line> lines = new HashMap<>();
    private final Map<String, PDFormXObject> forms = new HashMap<>();

    ShapedWords(Typesetter type) {
        this.type = type;
    }

    void replaceIn(Document pages) {
        replaceIn(pages.getDocumentElement());
    }

    private void replaceIn(Node node) {
        if (node.getNodeName().equals("style") || node.getNodeName().equals("title")) {
            return;
        }
        for (Node child = node.getFirstChild(); child != null; ) {
            Node next = child.getNextSibling();
            if (child.getNodeType() == Node.TEXT_NODE) {
                replace(child);
            } else {
                replaceIn(child);
            }
            child = next;
        }
    }

    private void replace(Node text) {
        String typed = text.getNodeValue();
        if (type.isPlain(typed)) {
            return;
        }
        Document pages = text.getOwnerDocument();
        Node parent = text.getParentNode();
        Matcher words = WORD.matcher(typed);
        StringBuilder plain = new StringBuilder();
        int end = 0;
        while (words.find()) {
            plain.append(typed, end, words.start());
            end = words.end();
            if (type.isPlain(words.group())) {
                plain.append(words.group());
                continue;
            }
            for (String part : parts(words.group())) {
                Typesetter.Line line = line(part);
                if (line == null) {
                    plain.append(part);
                } else {
                    parent.insertBefore(pages.createTextNode(plain.toString()), text);
                    plain.setLength(0);
                    parent.insertBefore(box(pages, part, line), text);
                }
            }
        }
        plain.append(typed.substring(end));
        text.setNodeValue(plain.toString());
    }

    /** Nothing where no font has the letters: then the page shows its mark for a missing letter. */
    private Typesetter.@Nullable Line line(String word) {
        try {
            return lines.computeIfAbsent(word, type::line);
        } catch (Refusal noFont) {
            return null;
        }
    }

    private static Element box(Document pages, String word, Typesetter.Line line) {
        Element box = pages.createElement("object");
        box.setAttribute("type", TYPE);
        box.setAttribute("data-word", word);
        box.setAttribute(
                "style",
                String.format(
                        Locale.ROOT,
                        "display:inline-block;width:%.4fem;height:%.2fem;vertical-align:-%.2fem",
                        line.width() / Typesetter.UNITS,
                        ABOVE + BELOW,
                        BELOW));
        return box;
    }

    private static List<String> parts(String word) {
        BreakIterator letters = BreakIterator.getCharacterInstance(Locale.ROOT);
        letters.setText(word);
        List<String> parts = new ArrayList<>();
        int start = 0;
        int count = 0;
        for (int end = letters.next(); end != BreakIterator.DONE; end = letters.next()) {
            if (++count == LONG && end < word.length() && !isJoined(word, end)) {
                parts.add(word.substring(start, end));
                start = end;
                count = 0;
            }
        }
        parts.add(word.substring(start));
        return parts;
    }

    /** A conjunct is one letter, whatever the iterator says. */
    private static boolean isJoined(String word, int at) {
        return Character.getType(word.charAt(at - 1)) == Character.NON_SPACING_MARK
                || Character.getType(word.charAt(at)) == Character.NON_SPACING_MARK;
    }

    @Override
    public @Nullable Map<Shape, String> drawObject(
            Element box,
            double x,
            double y,
            double width,
            double height,
            OutputDevice device,
            RenderingContext context,
            int dotsPerPixel) {
        PdfBoxFastOutputDevice paper = (PdfBoxFastOutputDevice) device;
        String word = box.getAttribute("data-word");
        float dots = paper.getDotsPerPoint();
        double size = height / dots / (ABOVE + BELOW);
        var page = context.getPage();
        double left = x + page.getMarginBorderPadding(context, CalculatedStyle.LEFT);
        double bottom = y + height - page.getPaintingTop() + page.getMarginBorderPadding(context, CalculatedStyle.TOP);
        PDFormXObject form = forms.computeIfAbsent(
                String.format(Locale.ROOT, "%.2f %s", size, word),
                key -> type.form(requireNonNull(lines.get(word)), size, size * ABOVE, size * BELOW));
        paper.getCurrentPage()
                .placeXForm(
                        (float) (left / dots),
                        (float) (paper.getPage().getMediaBox().getHeight() - bottom / dots + size * BELOW),
                        form);
        return null;
    }
}
