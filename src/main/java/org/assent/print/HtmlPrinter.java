package org.assent.print;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FSFontUseCase;
import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.outputdevice.helper.ExternalResourceControlPriority;
import com.openhtmltopdf.pdfboxout.PdfBoxRenderer;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder.PdfAConformance;
import com.openhtmltopdf.render.DefaultObjectDrawerFactory;
import com.openhtmltopdf.util.XRLog;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.EnumSet;
import java.util.logging.Level;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.w3c.dom.Document;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/**
 * Prints pages written as XHTML with its style sheet: long tables whose headings repeat, page numbers, upright and
 * landscape pages, as PDF/A. Words of scripts that need shaping are set by the {@link Typesetter}. The same pages with
 * the same imprint give the same bytes. Public: agreements, report cards and lists are printed with it.
 */
public final class HtmlPrinter {

    static {
        XRLog.listRegisteredLoggers().forEach(logger -> XRLog.setLevel(logger, Level.SEVERE));
    }

    private HtmlPrinter() {}

    /** Typed text as it may stand in XHTML: no markup, no control characters; lines stay lines in a {@code pre-wrap}. */
    public static String escape(String typed) {
        StringBuilder safe = new StringBuilder();
        typed.codePoints().forEach(letter -> {
            switch (letter) {
                case '&' -> safe.append("&amp;");
                case '<' -> safe.append("&lt;");
                case '>' -> safe.append("&gt;");
                case '"' -> safe.append("&quot;");
                case '\'' -> safe.append("&#39;");
                default -> {
                    // a name that turns the rest of its line around could be made to say anything
                    if (!turnsAround(letter)) {
                        safe.appendCodePoint(isPrintable(letter) ? letter : ' ');
                    }
                }
            }
        });
        return safe.toString();
    }

    private static boolean turnsAround(int letter) {
        return letter >= 0x202A && letter <= 0x202E || letter >= 0x2066 && letter <= 0x2069;
    }

    private static boolean isPrintable(int letter) {
        return letter == '\n'
                || letter >= 0x20
                        && !(letter >= 0x7F && letter < 0xA0)
                        && !(letter >= Character.MIN_SURROGATE && letter <= Character.MAX_SURROGATE)
                        && (letter & 0xFFFE) != 0xFFFE;
    }

    /** {@code xhtml}: a whole document, well-formed, everything typed in it escaped. */
    public static byte[] print(String xhtml, Imprint imprint) {
        Document pages = read(xhtml);
        try (PDDocument paper = new PDDocument();
                Typesetter type = new Typesetter(paper)) {
            ShapedWords words = new ShapedWords(type);
            words.replaceIn(pages);
            DefaultObjectDrawerFactory drawers = new DefaultObjectDrawerFactory();
            drawers.registerDrawer(ShapedWords.TYPE, words);
            PdfRendererBuilder builder = new PdfRendererBuilder();
            builder.useFastMode();
            builder.usePDDocument(paper);
            // no font that a reader would have to have
            builder.usePdfAConformance(PdfAConformance.PDFA_2_B);
            builder.useObjectDrawerFactory(drawers);
            builder.useFont(Typeface.LATIN_CYRILLIC::open, "Serif", 400, FontStyle.NORMAL, true);
            // where a style sheet names another family
            builder.useFont(
                    Typeface.LATIN_CYRILLIC::open,
                    "Fallback",
                    400,
                    FontStyle.NORMAL,
                    true,
                    EnumSet.of(FSFontUseCase.FALLBACK_FINAL));
            builder.useFont(Typeface.BOLD::open, "Serif", 700, FontStyle.NORMAL, true);
            // nothing that is typed, and no style sheet either, makes the desk ask another machine or read a file
            builder.useExternalResourceAccessControl(
                    (address, kind) -> false, ExternalResourceControlPriority.RUN_BEFORE_RESOLVING_URI);
            builder.withW3cDocument(pages, null);
            try (PdfBoxRenderer renderer = builder.buildPdfRenderer()) {
                renderer.layout();
                renderer.createPDFWithoutClosing();
                Archive.describe(paper, imprint);
                type.embed();
                ByteArrayOutputStream bytes = new ByteArrayOutputStream();
                paper.save(bytes);
                return bytes.toByteArray();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Document read(String xhtml) {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            return factory.newDocumentBuilder().parse(new InputSource(new StringReader(xhtml)));
        } catch (ParserConfigurationException | SAXException | IOException e) {
            throw new IllegalStateException("The pages to print are not well-formed", e);
        }
    }
}
