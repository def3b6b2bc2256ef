package org.assent.notification;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts.FontName;

/** Sets a notification's text as a PDF: rows with a tab become a two-column table. */
final class NotificationPdf {

    /** How the page looks; {@code labelWidth} decides whether labels wrap, {@code centred} puts them in the middle of their row. */
    record Look(float height, float labelWidth, float padding, boolean centred, boolean furniture, String password) {
        static final Look PLAIN = new Look(842, 165, 5, false, false, "");

        Look withLabelWidth(float width) {
            return new Look(height, width, padding, centred, furniture, password);
        }

        Look withCentredLabels() {
            return new Look(height, labelWidth, padding, true, furniture, password);
        }

        Look withFurniture(float pageHeight) {
            return new Look(pageHeight, labelWidth, padding, centred, true, password);
        }

        Look withPadding(float space) {
            return new Look(height, labelWidth, space, centred, furniture, password);
        }

        Look withPassword(String word) {
            return new Look(height, labelWidth, padding, centred, furniture, word);
        }
    }

    private static final float SIZE = 10;
    private static final float LEADING = 13;
    private static final float LEFT = 60;
    private static final float RIGHT = 540;

    private final PDDocument document = new PDDocument();
    private final PDFont font = new PDType1Font(FontName.HELVETICA);
    private final PDFont bold = new PDType1Font(FontName.HELVETICA_BOLD);
    private final Look look;
    private PDPageContentStream page;
    private float y;
    private int pages;

    private NotificationPdf(Look look) {
        this.look = look;
    }

    /** Writes the sample that ships: {@code NotificationPdf <text> <pdf>}. */
    public static void main(String[] files) throws IOException {
        Files.write(Path.of(files[1]), render(Files.readString(Path.of(files[0]))));
    }

    static byte[] render(String text) {
        return render(text, Look.PLAIN);
    }

    static byte[] render(String text, Look look) {
        try {
            return new NotificationPdf(look).write(text);
        } catch (IOException cannotHappenInMemory) {
            throw new UncheckedIOException(cannotHappenInMemory);
        }
    }

    private byte[] write(String text) throws IOException {
        document.setDocumentId(22L);
        newPage();
        for (String line : text.split("\n", -1)) {
            int tab = line.indexOf('\t');
            if (line.isBlank()) {
                y -= LEADING * 0.8f;
            } else if (tab >= 0) {
                row(
                        line.substring(0, tab).strip(),
                        line.substring(tab + 1).strip().replace('\t', ' '));
            } else {
                boolean heading = line.equals("PROJECT NOTIFICATION") || line.matches("\\d\\. .*");
                float indent = line.startsWith("- ") ? 12 : 0;
                for (String part : wrapped(line.strip(), RIGHT - LEFT - indent, heading ? bold : font)) {
                    show(part, LEFT + indent, heading ? bold : font, next(LEADING));
                    indent = line.startsWith("- ") ? 20 : 0;
                }
            }
        }
        page.close();
        if (!look.password().isEmpty()) {
            document.protect(new StandardProtectionPolicy("owner", look.password(), new AccessPermission()));
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        document.save(out);
        document.close();
        return out.toByteArray();
    }

    private void row(String label, String value) throws IOException {
        List<String> labels = wrapped(label, look.labelWidth() - 8, bold);
        List<String> values = wrapped(value, RIGHT - LEFT - look.labelWidth(), font);
        float top = y;
        int rows = Math.max(labels.size(), values.size());
        float shift = look.centred() ? (values.size() - labels.size()) * LEADING / 2 : 0;
        if (shift > 0 && y - rows * LEADING < 60) {
            newPage();
            top = y;
        }
        for (int i = 0; i < rows; i++) {
            float base = next(LEADING);
            if (base > top) {
                top = base + LEADING;
                shift = 0;
            }
            if (i < values.size()) {
                show(values.get(i), LEFT + look.labelWidth(), font, base);
            }
            if (i < labels.size()) {
                show(labels.get(i), LEFT, bold, base - Math.max(0, shift));
            }
        }
        y -= look.padding();
    }

    private float next(float step) throws IOException {
        if (y - step < 50) {
            newPage();
        }
        y -= step;
        return y;
    }

    private void newPage() throws IOException {
        if (page != null) {
            page.close();
        }
        PDPage added = new PDPage(new PDRectangle(595, look.height()));
        document.addPage(added);
        page = new PDPageContentStream(document, added);
        pages++;
        y = look.height() - 70;
        if (look.furniture()) {
            show("Ref. No.: 22-CL-15-GE-WSP-A-PN2200057-001", LEFT, font, look.height() - 30);
            show("Asian Productivity Organization, Tokyo", LEFT, font, 34);
            show("Page " + pages + " of 9", 480, font, 34);
        }
    }

    private void show(String text, float x, PDFont in, float base) throws IOException {
        page.beginText();
        page.setFont(in, SIZE);
        page.newLineAtOffset(x, base);
        page.showText(text);
        page.endText();
    }

    private static List<String> wrapped(String text, float width, PDFont in) throws IOException {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String word : text.split(" ")) {
            boolean full = !line.isEmpty() && in.getStringWidth(line + " " + word) / 1000 * SIZE > width;
            if (full) {
                lines.add(line.toString());
                line.setLength(0);
            }
            line.append(line.isEmpty() ? "" : " ").append(word);
        }
        lines.add(line.toString());
        return lines;
    }
}
