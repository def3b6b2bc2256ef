package org.assent.notification;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Small numbers in figures or in words, and what forms write where a number of places stands. */
final class Numbers {
    private static final List<String> UNITS = List.of(
            "zero",
            "one",
            "two",
            "three",
            "four",
            "five",
            "six",
            "seven",
            "eight",
            "nine",
            "ten",
            "eleven",
            "twelve",
            "thirteen",
            "fourteen",
            "fifteen",
            "sixteen",
            "seventeen",
            "eighteen",
            "nineteen");
    private static final List<String> TENS =
            List.of("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety");
    private static final String PEOPLE = "(?:participants?|persons?|people|places?|nominees?|candidates?|seats?)";

    /** The numbers in words, longest first, for use in patterns. */
    static final String WORDS =
            "(?:(?:" + String.join("|", TENS) + ")(?:[ -](?:one|two|three|four|five|six|seven|eight|nine))?|"
                    + "seventeen|thirteen|fourteen|eighteen|nineteen|fifteen|sixteen|eleven|twelve|three|seven|eight|four|five|nine|zero|one|"
                    + "two|six|ten)";

    private Numbers() {}

    /** A number up to three figures or up to ninety-nine in words. */
    static @Nullable Integer of(String text) {
        String word = text.strip().toLowerCase(Locale.ROOT);
        if (word.matches("[0-9]{1,3}")) {
            return Integer.valueOf(word);
        }
        if (UNITS.contains(word)) {
            return UNITS.indexOf(word);
        }
        String[] parts = word.split("[ -]", 2);
        int tens = TENS.indexOf(parts[0]);
        if (tens < 0) {
            return null;
        }
        int unit = parts.length == 1 ? 0 : UNITS.indexOf(parts[1]);
        return unit < 0 || unit > 9 ? null : 20 + 10 * tens + unit;
    }

    /** The number of places, or null if the text leaves any doubt. */
    static @Nullable Integer places(String text) {
        String s = text.strip().toLowerCase(Locale.ROOT).replaceAll("\\s+", " ").replaceAll("[.;]$", "");
        if (s.matches("none|nil|n ?/ ?a|n\\.a|na|not applicable|no(?: (?:overseas|local))? (?:" + PEOPLE
                + ")|none \\(n/a\\)")) {
            return 0;
        }
        var shape = Pattern.compile(
                        "(?:up to|(?:a )?max(?:imum|\\.)?(?: of)?|not more than|no more than)? ?(\\d{1,3}|" + WORDS
                                + ")(?: \\((\\d{1,3}|" + WORDS
                                + ")\\))?(?: (?:qualified|overseas|local|international|foreign))*(?: " + PEOPLE + ")?"
                                + "(?: from (?:[^0-9]*|[0-9]{1,2} (?:apo )?(?:member )?(?:countries|economies|members))| ?\\((?:two|2) (?:per|from each|from every|for each)[^()]*\\))?")
                .matcher(s);
        if (!shape.matches()) {
            return null;
        }
        Integer number = of(shape.group(1));
        String again = shape.group(2);
        return again == null || Objects.equals(of(again), number) ? number : null;
    }
}
