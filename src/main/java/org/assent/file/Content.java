package org.assent.file;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;

/**
 * What the bytes of a file are, whatever its name and its sender say. Only four kinds are taken, and each is read by a
 * library that knows it; so a catalogue of all types in the world is not needed, but that a file is one kind alone.
 */
enum Content {
    /** Empty files are told by whoever reads them, in its own words. */
    TABLE(file -> Text.demand(file, "This is no table in text (CSV).")),
    PDF_OR_TEXT(file -> {
        if (starts(file, "%PDF-")) {
            PdfFile.demand(file);
        } else {
            if (file.length > Text.LONGEST) {
                throw new UploadRefused(413, "This text is larger than 1 MB, so it was not read.");
            }
            Text.demand(file, "This is neither a PDF nor a plain text.");
        }
    }),
    WORKBOOK(file -> {
        if (file.length > 0 && !starts(file, "PK\u0003\u0004")) {
            throw new UploadRefused(
                    415, "This is not an Excel workbook (.xlsx). Please save it as one in Excel and try again.");
        }
        if (file.length > 0 && !endsAsArchive(file)) {
            throw new UploadRefused(415, "This workbook has something else behind its end, so it was not read.");
        }
    }),
    JSON(file -> Text.demand(file, "What was sent is no text.")),
    MODELS(ModelParts::demand);

    private final Consumer<byte[]> check;

    Content(Consumer<byte[]> check) {
        this.check = check;
    }

    void demand(byte[] file) {
        check.accept(file);
    }

    static boolean starts(byte[] file, String magic) {
        return new String(file, 0, Math.min(file.length, magic.length()), StandardCharsets.ISO_8859_1).equals(magic);
    }

    /** The end of an archive stands at the end of the file, and the archive begins where the file does. */
    static boolean endsAsArchive(byte[] file) {
        int end = file.length - 22;
        return end >= 0
                && file[end] == 'P'
                && file[end + 1] == 'K'
                && file[end + 2] == 5
                && file[end + 3] == 6
                && number(file, end + 16) + number(file, end + 12) == end;
    }

    private static long number(byte[] file, int at) {
        return (file[at] & 0xFFL)
                | (file[at + 1] & 0xFFL) << 8
                | (file[at + 2] & 0xFFL) << 16
                | (file[at + 3] & 0xFFL) << 24;
    }

    /** Written text: no byte of a program, picture or archive, and not the beginning of a page or script. */
    static final class Text {

        static final int LONGEST = 1024 * 1024;

        private static final Set<String> BEGINNINGS = Set.of(
                "%pdf-", "{\\rtf", "<?xml", "<!doctype", "<html", "<svg", "<script", "<?php", "#!", "<!--", "mz");

        private Text() {}

        static void demand(byte[] file, String sentence) {
            String text = decoded(file);
            String beginning = text.substring(0, Math.min(text.length(), 200))
                    .replace("\uFEFF", "")
                    .stripLeading()
                    .toLowerCase(Locale.ROOT);
            boolean other = BEGINNINGS.stream().anyMatch(beginning::startsWith)
                    && !(beginning.startsWith("mz") && text.chars().noneMatch(Text::isControl));
            if (other || text.chars().anyMatch(Text::isControl)) {
                throw new UploadRefused(415, sentence);
            }
        }

        private static boolean isControl(int letter) {
            return letter < 0x20
                            && letter != '\t'
                            && letter != '\n'
                            && letter != '\r'
                            && letter != '\f'
                            && letter != 0x0B
                    || letter == 0x7F
                    || letter >= 0xFFFE;
        }

        /** One letter a byte unless it is UTF-16: that suffices to see control characters. */
        private static String decoded(byte[] file) {
            if (file.length >= 2) {
                int mark = (file[0] & 0xFF) << 8 | file[1] & 0xFF;
                if (mark == 0xFFFE || file[1] == 0 && file[0] != 0) {
                    return new String(file, StandardCharsets.UTF_16LE);
                }
                if (mark == 0xFEFF || file[0] == 0 && file[1] != 0) {
                    return new String(file, StandardCharsets.UTF_16BE);
                }
            }
            return new String(file, StandardCharsets.ISO_8859_1);
        }
    }
}
