package org.assent.notification;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A plain text as lines: whatever its encoding, line ends and typographical spaces. */
final class PlainText {
    private static final Pattern SPACED_COLUMNS = Pattern.compile("(\\S.*?)(?: {3,})(\\S.*)");

    private PlainText() {}

    static List<Line> lines(byte[] content, @Nullable Charset declared) {
        String text = decode(content, declared);
        if (text.chars().anyMatch(c -> c == 0)) {
            throw new UnreadableNotification("This file is not a plain text, so nothing could be read from it.");
        }
        List<Line> lines = new ArrayList<>();
        boolean gap = false;
        int page = 1;
        for (String raw : normal(text)
                .replaceAll("\r\n?|[\u0085\u2028\u2029\u000B]", "\n")
                .split("\n", -1)) {
            page += (int) raw.chars().filter(c -> c == '\f').count();
            String line = raw.replace("\f", "");
            if (line.isBlank()) {
                gap = true;
                continue;
            }
            lines.add(line(line, gap, page));
            gap = false;
        }
        return lines;
    }

    private static Line line(String raw, boolean gap, int page) {
        int tab = raw.indexOf('\t');
        if (tab >= 0 && !raw.substring(tab).isBlank()) {
            String left = raw.substring(0, tab).strip();
            return new Line(squeezed(left), squeezed(raw.substring(tab)), true, gap, page, Double.NaN);
        }
        Matcher columns = SPACED_COLUMNS.matcher(raw.strip());
        if (columns.matches()) {
            return new Line(squeezed(columns.group(1)), squeezed(columns.group(2)), true, gap, page, Double.NaN);
        }
        boolean rightColumn = raw.matches(" {12,}\\S.*");
        return new Line("", squeezed(raw), rightColumn, gap, page, Double.NaN);
    }

    static String squeezed(String text) {
        return text.strip().replaceAll("[ \t]+", " ");
    }

    /** Soft hyphens and invisible characters away, every kind of space a space, ligatures in letters, hyphens that do not break as hyphens. */
    static String normal(String text) {
        String s =
                text.replaceAll("\u00AD[ \t]*\r?\n[ \t]*", "").replaceAll("[\u00AD\u200B\u200C\u200D\u2060\uFEFF]", "");
        s = s.replaceAll("[\u00A0\u1680\u2000-\u200A\u202F\u205F\u3000]", " ")
                .replace('\u2011', '-')
                .replace('\u2010', '-');
        StringBuilder out = new StringBuilder();
        s.chars()
                .forEach(c -> out.append(
                        c >= 0xFB00 && c <= 0xFB06
                                ? Normalizer.normalize(String.valueOf((char) c), Normalizer.Form.NFKC)
                                : String.valueOf((char) c)));
        return Normalizer.normalize(out, Normalizer.Form.NFC);
    }

    private static String decode(byte[] content, @Nullable Charset declared) {
        if (startsWith(content, 0xFE, 0xFF) || startsWith(content, 0xFF, 0xFE)) {
            return new String(content, StandardCharsets.UTF_16);
        }
        String utf8 = strictly(content, StandardCharsets.UTF_8);
        if (declared != null && !declared.equals(StandardCharsets.UTF_8)) {
            String asDeclared = strictly(content, declared);
            return asDeclared != null ? asDeclared : refuseEncoding();
        }
        return utf8 != null ? utf8 : new String(content, Charset.forName("windows-1252"));
    }

    private static String refuseEncoding() {
        throw new UnreadableNotification("The text is not in the encoding that was declared for it.");
    }

    private static @Nullable String strictly(byte[] content, Charset charset) {
        try {
            CharBuffer decoded = charset.newDecoder().decode(ByteBuffer.wrap(content));
            return decoded.toString();
        } catch (CharacterCodingException otherEncoding) {
            return null;
        }
    }

    private static boolean startsWith(byte[] content, int first, int second) {
        return content.length > 1 && (content[0] & 0xFF) == first && (content[1] & 0xFF) == second;
    }
}
