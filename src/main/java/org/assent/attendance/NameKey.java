package org.assent.attendance;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What stays of a name when case, accents, spaces, titles and the order of its words do not count. */
final class NameKey {

    private static final Pattern BRACKETS = Pattern.compile("[(\\[]([^)\\]]*)[)\\]]");
    private static final Set<String> TITLES = Set.of("mr", "mrs", "ms", "miss", "dr", "prof", "professor");
    private static final Set<String> ROLES = Set.of(
            "guest",
            "host",
            "co host",
            "cohost",
            "unverified",
            "external",
            "me",
            "organizer",
            "organiser",
            "presenter",
            "attendee");

    private NameKey() {}

    /** A platform may show a name and, in brackets, the original one: either may be the one we know. */
    static Set<String> variants(String shown) {
        Set<String> keys = new LinkedHashSet<>();
        Matcher brackets = BRACKETS.matcher(shown);
        keys.add(of(brackets.replaceAll(" ")));
        brackets.reset();
        while (brackets.find()) {
            if (!ROLES.contains(String.join(" ", words(brackets.group(1))))) {
                keys.add(of(brackets.group(1)));
            }
        }
        keys.remove("");
        return keys;
    }

    static String of(String name) {
        List<String> words = words(name);
        List<String> untitled =
                words.stream().filter(word -> !TITLES.contains(word)).toList();
        return String.join(
                " ", (untitled.isEmpty() ? words : untitled).stream().sorted().toList());
    }

    private static List<String> words(String name) {
        String plain = bare(bare(name).toLowerCase(Locale.ROOT))
                .replace('\u0131', 'i')
                .replace('\u0111', 'd')
                .replace('\u00f8', 'o')
                .replace('\u0142', 'l')
                .replace("\u00df", "ss")
                .replaceAll("[\u2018\u2019'`\u02bc]", "");
        return Arrays.stream(plain.split("[^\\p{L}\\p{M}\\p{N}\\u200c\\u200d]+"))
                .filter(word -> !word.isEmpty())
                .toList();
    }

    /** Accents go; the vowel signs of Bengali or Thai, which Unicode also calls marks, are letters and stay. */
    private static String bare(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKD).replaceAll("[\\u0300-\\u036f]", "");
    }
}
