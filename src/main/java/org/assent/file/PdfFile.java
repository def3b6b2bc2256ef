package org.assent.file;

import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * Looks at a PDF before a library opens it: that it unpacks to something bearable, is nothing else as well, and runs
 * and carries nothing. A library unpacks whole streams into memory as it opens a file, so it is too late to ask it.
 */
final class PdfFile {

    /** Many times what sixty pages take. */
    private static final long LARGEST_UNPACKED = 100L * 1024 * 1024;

    /** An archive may begin as far from the end of a file as its comment is long. */
    private static final int ARCHIVE_REACH = 65_557;

    private static final Pattern NAME_CODE = Pattern.compile("#([0-9A-Fa-f]{2})");
    private static final Pattern ACTIVE = Pattern.compile(
            "/(JavaScript|JS|Launch|EmbeddedFiles?|RichMedia|XFA|SubmitForm|ImportData|GoToE|Movie|Sound)(?=[\\s/<\\[(\\]>0-9])");
    private static final Pattern ENCRYPTED = Pattern.compile("/Encrypt\\s*(<<|\\d+\\s+\\d+\\s+R)");
    private static final Pattern SEVERAL_FILTERS =
            Pattern.compile("/(Fl|FlateDecode|LZW|LZWDecode)\\b[^\\]]*/(Fl|FlateDecode|LZW|LZWDecode)\\b");

    private final byte[] file;
    private final String text;
    private long unpacked;

    private PdfFile(byte[] file) {
        this.file = file;
        this.text = new String(file, StandardCharsets.ISO_8859_1);
    }

    static void demand(byte[] file) {
        new PdfFile(file).look();
    }

    private void look() {
        int end = text.lastIndexOf("%%EOF");
        // a file that was cut off is told as damaged by whoever reads it
        if (end >= 0
                && !text.substring(end + 5).isBlank()
                && text.substring(end + 5).strip().length() > 16) {
            throw new UploadRefused(415, "This PDF has something else behind its end, so it was not read.");
        }
        if (text.indexOf("PK\u0005\u0006", Math.max(0, text.length() - ARCHIVE_REACH)) >= 0) {
            throw new UploadRefused(415, "This file is a PDF and an archive at once, so it was not read.");
        }
        if (ENCRYPTED.matcher(plain(text)).find()) {
            // what is in it could not be looked at
            throw new UploadRefused(422, "This PDF is protected. Please print it into a plain PDF and try again.");
        }
        StringBuilder outside = new StringBuilder();
        int from = 0;
        for (int at = text.indexOf("stream"); at >= 0; at = text.indexOf("stream", Math.max(at + 6, from))) {
            if (at >= 3 && text.startsWith("end", at - 3)) {
                continue;
            }
            int begin = begin(at + 6);
            if (begin < 0) {
                continue;
            }
            String dictionary = plain(text.substring(Math.max(from, at - 4000), at));
            if (SEVERAL_FILTERS
                    .matcher(dictionary.substring(Math.max(0, dictionary.lastIndexOf(" obj"))))
                    .find()) {
                throw tooMuch();
            }
            outside.append(text, from, at);
            from = begin + unpack(begin, dictionary, outside);
        }
        outside.append(text, Math.min(from, text.length()), text.length());
        if (ACTIVE.matcher(plain(outside.toString())).find()) {
            throw new UploadRefused(
                    422,
                    "This PDF contains scripts, actions or other files. Please print it into a plain PDF and try again.");
        }
    }

    /** Where the bytes of a stream begin; nothing if the word is only a word. */
    private int begin(int at) {
        if (text.startsWith("\r\n", at)) {
            return at + 2;
        }
        return at < text.length() && (text.charAt(at) == '\n' || text.charAt(at) == '\r') ? at + 1 : -1;
    }

    /** How many bytes of the file the stream takes; objects packed into it are looked at like any other. */
    private int unpack(int begin, String dictionary, StringBuilder outside) {
        boolean objects = dictionary
                .substring(Math.max(0, dictionary.lastIndexOf(" obj")))
                .contains("/ObjStm");
        Inflater inflater = new Inflater();
        try {
            inflater.setInput(file, begin, file.length - begin);
            byte[] buffer = new byte[64 * 1024];
            while (!inflater.finished()) {
                int read = inflater.inflate(buffer);
                if (read == 0) {
                    break;
                }
                unpacked += read;
                if (unpacked > LARGEST_UNPACKED) {
                    throw tooMuch();
                }
                if (objects) {
                    outside.append(new String(buffer, 0, read, StandardCharsets.ISO_8859_1));
                }
            }
            return (int) inflater.getBytesRead();
        } catch (DataFormatException notPacked) {
            return 0;
        } finally {
            inflater.end();
        }
    }

    /** A name may be written with codes: #4A is J. */
    private static String plain(String names) {
        return NAME_CODE
                .matcher(names)
                .replaceAll(
                        code -> Matcher.quoteReplacement(String.valueOf((char) Integer.parseInt(code.group(1), 16))));
    }

    private static UploadRefused tooMuch() {
        return new UploadRefused(422, "This PDF unpacks to more than any notification holds, so it was not read.");
    }
}
