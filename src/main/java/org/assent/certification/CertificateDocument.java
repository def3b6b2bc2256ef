package org.assent.certification;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.QRCodeWriter;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import java.awt.Color;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.assent.engine.Refusal;
import org.assent.print.Archive;
import org.assent.print.Imprint;
import org.assent.print.Typesetter;

/** Prints the certificate of attendance, as PDF/A and not signed yet; the same facts give the same bytes. */
final class CertificateDocument {

    private static final float WIDTH = PDRectangle.A4.getHeight();
    private static final float HEIGHT = PDRectangle.A4.getWidth();
    private static final float CENTRE = WIDTH / 2;
    private static final double COLUMN = WIDTH - 190;

    private static final Color INK = new Color(0x1B, 0x25, 0x38);
    private static final Color NAVY = new Color(0x12, 0x2B, 0x55);
    private static final Color GOLD = new Color(0xB0, 0x8D, 0x3C);
    private static final Color GREY = new Color(0x5C, 0x66, 0x75);

    private final CertificateFacts facts;
    private final Typesetter type;
    private final PDPageContentStream page;

    private CertificateDocument(CertificateFacts facts, Typesetter type, PDPageContentStream page) {
        this.facts = facts;
        this.type = type;
        this.page = page;
    }

    static byte[] print(CertificateFacts facts) {
        try (PDDocument document = new PDDocument();
                Typesetter type = new Typesetter(document)) {
            PDPage sheet = new PDPage(new PDRectangle(WIDTH, HEIGHT));
            document.addPage(sheet);
            try (PDPageContentStream page = new PDPageContentStream(document, sheet)) {
                new CertificateDocument(facts, type, page).draw();
            }
            Archive.describe(document, imprint(facts));
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            document.save(bytes);
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Imprint imprint(CertificateFacts facts) {
        return new Imprint(
                "Certificate of Attendance " + facts.serial(),
                "Asian Productivity Organization",
                facts.projectCode(),
                facts.serial().text(),
                facts.issued().atStartOfDay(ZoneOffset.UTC).toInstant());
    }

    private void draw() throws IOException {
        frame();
        spaced("ASIAN PRODUCTIVITY ORGANIZATION", 14, 507, GOLD.darker());
        centred("Certificate of Attendance", false, 42, 1, 42, 452, NAVY);
        ornament(428);
        centred("This is to certify that", false, 13, 1, 13, 399, GREY);
        centred(facts.participant(), true, 33, 1, 9, 52, 356, NAVY);
        rule(CENTRE - 230, CENTRE + 230, 331, 0.6f, GOLD);
        centred("of " + facts.economy(), false, 15, 1, 8, 22, 311, INK);
        centred("attended all sessions of the APO project", false, 13, 1, 13, 282, GREY);
        centred(facts.projectTitle(), true, 19, 2, 9, 56, 241, INK);
        centred(
                facts.projectCode() + "   \u00b7   " + days(facts.firstDay(), facts.lastDay()),
                false,
                13,
                1,
                8,
                20,
                198,
                INK);
        issue();
        signature();
        code();
    }

    private void frame() throws IOException {
        page.setNonStrokingColor(new Color(0xFD, 0xFC, 0xF8));
        page.addRect(0, 0, WIDTH, HEIGHT);
        page.fill();
        box(22, 3.2f, NAVY);
        box(29, 0.8f, GOLD);
        box(33, 0.4f, GOLD);
        for (float x : new float[] {33, WIDTH - 33}) {
            for (float y : new float[] {33, HEIGHT - 33}) {
                diamond(x, y, 9, new Color(0xFD, 0xFC, 0xF8));
                diamond(x, y, 6.5f, GOLD);
                diamond(x, y, 3, NAVY);
            }
        }
    }

    private void box(float inset, float thickness, Color color) throws IOException {
        page.setStrokingColor(color);
        page.setLineWidth(thickness);
        page.addRect(inset, inset, WIDTH - 2 * inset, HEIGHT - 2 * inset);
        page.stroke();
    }

    private void diamond(float x, float y, float half, Color color) throws IOException {
        page.setNonStrokingColor(color);
        page.moveTo(x - half, y);
        page.lineTo(x, y + half);
        page.lineTo(x + half, y);
        page.lineTo(x, y - half);
        page.closePath();
        page.fill();
    }

    private void ornament(float y) throws IOException {
        rule(CENTRE - 120, CENTRE - 12, y, 0.8f, GOLD);
        rule(CENTRE + 12, CENTRE + 120, y, 0.8f, GOLD);
        diamond(CENTRE, y, 4.5f, GOLD);
    }

    private void rule(float left, float right, float y, float thickness, Color color) throws IOException {
        page.setStrokingColor(color);
        page.setLineWidth(thickness);
        page.moveTo(left, y);
        page.lineTo(right, y);
        page.stroke();
    }

    private void issue() throws IOException {
        float left = 66;
        left("Date of issue", 8.5, left, 142, 190, GREY);
        left(day(facts.issued()), 12, left, 126, 190, INK);
        left("Serial number", 8.5, left, 102, 190, GREY);
        left(facts.serial().text(), 10.5, left, 87, 190, INK);
    }

    private void signature() throws IOException {
        rule(CENTRE - 115, CENTRE + 115, 112, 0.7f, INK);
        centredIn(facts.secretaryGeneral(), true, 13, 2, 8, 34, 94, 230, INK);
        centred("Secretary-General", false, 10.5, 1, 10.5, 72, GREY);
        centred("Asian Productivity Organization", false, 10.5, 1, 10.5, 58, GREY);
    }

    private void code() throws IOException {
        float side = 84;
        float left = WIDTH - 66 - side;
        float foot = 82;
        BitMatrix squares = squares(facts.verifyUrl());
        float square = side / squares.getWidth();
        page.setNonStrokingColor(INK);
        for (int row = 0; row < squares.getHeight(); row++) {
            for (int column = 0; column < squares.getWidth(); column++) {
                if (squares.get(column, row)) {
                    page.addRect(left + column * square, foot + side - (row + 1) * square, square, square);
                }
            }
        }
        page.fill();
        var caption = type.fit("Verify this certificate at", false, 190, 1, 8.5, 8.5);
        right(caption, 66, 68, GREY);
        // an address is read letter by letter: it is not broken while it can shrink
        right(type.fit(facts.verifyUrl(), false, 250, 1, 8, 4), 66, 56, INK);
    }

    private static BitMatrix squares(String text) {
        try {
            return new QRCodeWriter()
                    .encode(
                            text,
                            BarcodeFormat.QR_CODE,
                            0,
                            0,
                            Map.of(EncodeHintType.ERROR_CORRECTION, ErrorCorrectionLevel.M, EncodeHintType.MARGIN, 0));
        } catch (WriterException e) {
            throw new IllegalStateException(e);
        }
    }

    private void spaced(String text, double size, double y, Color color) throws IOException {
        page.setNonStrokingColor(color);
        Typesetter.Line line =
                type.fit(text, true, COLUMN, 1, size, size).lines().get(0).spaced(160);
        type.draw(page, line, size, CENTRE - line.width() * size / Typesetter.UNITS / 2, y);
    }

    private void centred(String text, boolean bold, double size, int lines, double least, double y, Color color)
            throws IOException {
        page.setNonStrokingColor(color);
        centre(type.fit(text, bold, COLUMN, lines, size, least), y);
    }

    private void centred(
            String text, boolean bold, double size, int lines, double least, double room, double y, Color color)
            throws IOException {
        centredIn(text, bold, size, lines, least, room, y, COLUMN, color);
    }

    /** More lines, or smaller, rather than cut; only what stays unreadable is refused. */
    private void centredIn(
            String text,
            boolean bold,
            double size,
            int lines,
            double least,
            double room,
            double y,
            double width,
            Color color)
            throws IOException {
        page.setNonStrokingColor(color);
        Typesetter.Block block = type.fit(text, bold, width, lines, size, Math.max(least, size * 0.6));
        for (double smaller = size * 0.6; block.height() > room && smaller >= least; smaller -= 0.5) {
            block = type.fit(text, bold, width, (int) (room / smaller), smaller, smaller);
        }
        if (block.height() > room) {
            throw new Refusal("A name or title is too long to be printed on a certificate.");
        }
        centre(block, y);
    }

    private void centre(Typesetter.Block block, double middle) throws IOException {
        double y = middle + (block.lines().size() - 1) * block.leading() / 2;
        for (Typesetter.Line line : block.lines()) {
            type.draw(page, line, block.size(), CENTRE - line.width() * block.size() / Typesetter.UNITS / 2, y);
            y -= block.leading();
        }
    }

    private void left(String text, double size, float x, double y, double width, Color color) throws IOException {
        page.setNonStrokingColor(color);
        Typesetter.Block block = type.fit(text, false, width, 1, size, 6);
        type.draw(page, block.lines().get(0), block.size(), x, y);
    }

    private void right(Typesetter.Block block, double margin, double y, Color color) throws IOException {
        page.setNonStrokingColor(color);
        for (Typesetter.Line line : block.lines()) {
            double width = line.width() * block.size() / Typesetter.UNITS;
            type.draw(page, line, block.size(), WIDTH - margin - width, y);
            y -= block.leading();
        }
    }

    private static String day(LocalDate date) {
        return date.format(DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH));
    }

    /** 24–26 August 2022, 30 August – 2 September 2022, 30 December 2022 – 2 January 2023. */
    static String days(LocalDate first, LocalDate last) {
        if (first.equals(last)) {
            return day(first);
        }
        if (first.getYear() != last.getYear()) {
            return day(first) + " \u2013 " + day(last);
        }
        return first.getMonth() == last.getMonth()
                ? first.getDayOfMonth() + "\u2013" + day(last)
                : first.format(DateTimeFormatter.ofPattern("d MMMM", Locale.ENGLISH)) + " \u2013 " + day(last);
    }
}
