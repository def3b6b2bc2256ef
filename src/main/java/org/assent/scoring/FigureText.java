package org.assent.scoring;

import java.math.BigDecimal;
import java.text.Normalizer;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.assent.engine.Refusal;

/** Numbers and percentages as officials type them: Bengali digits, thousands or lakhs set apart by commas. */
final class FigureText {

    /** Longer is no figure of any office, and exact arithmetic on it would be slow. */
    private static final int LONGEST = 32;

    private static final Pattern NUMBER = Pattern.compile(
            "(?<number>[+-]?(?:\\d{1,3}(?:,\\d{3})+|\\d{1,2}(?:,\\d{2})*,\\d{3}|\\d+)?(?:\\.\\d+)?)\\s?(?<percent>%|per ?cent|শতাংশ)?",
            Pattern.CASE_INSENSITIVE);

    private FigureText() {}

    /** Western digits, single blanks, a plain minus. */
    static String plain(String typed) {
        StringBuilder plain = new StringBuilder(typed.length());
        // composed and decomposed Bengali letters look alike; the compatibility forms would turn 5² into 52
        Normalizer.normalize(typed, Normalizer.Form.NFC).codePoints().forEach(letter -> {
            int digit = Character.digit(letter, 10);
            if (digit >= 0) {
                plain.append((char) ('0' + digit));
            } else if (letter == '\u2212') {
                plain.append('-');
            } else if (letter == '\uff05') {
                plain.append('%');
            } else if (Character.isWhitespace(letter) || Character.isSpaceChar(letter) || letter == '\ufeff') {
                blank(plain);
            } else {
                plain.appendCodePoint(letter);
            }
        });
        return plain.toString().strip();
    }

    private static void blank(StringBuilder plain) {
        if (!plain.isEmpty() && plain.charAt(plain.length() - 1) != ' ') {
            plain.append(' ');
        }
    }

    static boolean nothing(String plain) {
        return plain.chars().allMatch(letter -> letter == '-' || letter == '–' || letter == '—');
    }

    static Optional<Figure> number(String plain) {
        Matcher match = NUMBER.matcher(plain);
        if (!match.matches() || match.group("number").chars().noneMatch(Character::isDigit)) {
            return Optional.empty();
        }
        return Optional.of(Figure.number(
                match.group("percent") == null ? ValueKind.NUMBER : ValueKind.PERCENT,
                new BigDecimal(match.group("number").replace(",", ""))));
    }

    /** Before anything else is tried on it. */
    static void demandShort(String plain) {
        if (plain.length() > LONGEST) {
            throw new Refusal("“" + plain.substring(0, LONGEST) + "...” is too long for a figure.");
        }
    }

    static String why(String typed, String plain) {
        if (plain.isEmpty()) {
            return "There is no figure.";
        }
        String quoted = "“" + typed.strip() + "”";
        if (plain.matches("[+-]?[\\d,]+(\\.\\d+)?\\s?%?")) {
            return quoted + " has a comma in an odd place: write decimals after a point, as in 29.97.";
        }
        return quoted + " is neither a number, a percentage nor a date.";
    }
}
