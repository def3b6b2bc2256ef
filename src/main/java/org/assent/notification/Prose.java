package org.assent.notification;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Puts broken lines together again. */
final class Prose {
    /** Stands where a soft hyphen parted a word at the end of a line of a PDF. */
    static final char PARTED = '\u0002';

    private final String wholeText;

    Prose(List<Line> allLines) {
        StringBuilder all = new StringBuilder();
        allLines.forEach(line -> all.append(line.whole()).append(' '));
        wholeText = all.toString().toLowerCase(Locale.ROOT);
    }

    String joined(List<String> lines) {
        StringBuilder out = new StringBuilder();
        for (String line : lines) {
            append(out, line);
        }
        return out.toString().strip().replace(String.valueOf(PARTED), "");
    }

    /** Whether a hyphen at the end of a line leaves open if it belongs to the word. */
    boolean isOpen(List<String> lines) {
        for (int i = 0; i + 1 < lines.size(); i++) {
            boolean hyphen =
                    lines.get(i).matches(".*\\p{Ll}-$") && lines.get(i + 1).matches("\\p{Ll}.*");
            if (hyphen && hyphenBelongs(lines.get(i), lines.get(i + 1)) == null) {
                return true;
            }
        }
        return false;
    }

    private void append(StringBuilder out, String line) {
        int last = out.length() - 1;
        if (last < 0) {
            out.append(line);
        } else if (out.charAt(last) == PARTED) {
            out.setLength(last);
            out.append(line);
        } else if (out.charAt(last) == '-' && last > 0 && Character.isLetterOrDigit(out.charAt(last - 1))) {
            boolean parted = line.matches("\\p{Ll}.*") && Boolean.FALSE.equals(hyphenBelongs(out.toString(), line));
            out.setLength(parted ? last : last + 1);
            out.append(line);
        } else {
            out.append(' ').append(line);
        }
    }

    /** The document itself tells, if it writes the word elsewhere. */
    private @Nullable Boolean hyphenBelongs(String before, String after) {
        String head = before.replaceFirst("(?s).*\\s", "").toLowerCase(Locale.ROOT);
        String tail = after.replaceFirst("(?s)[^\\p{L}].*", "").toLowerCase(Locale.ROOT);
        if (wholeText.contains(head + tail)) {
            return true;
        }
        return wholeText.contains(head.substring(0, head.length() - 1) + tail) ? Boolean.FALSE : null;
    }
}
