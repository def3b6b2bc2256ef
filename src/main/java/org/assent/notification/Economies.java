package org.assent.notification;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The 21 member economies under every name the notifications give them. */
final class Economies {

    /** An economy as written, and its ISO2 code. */
    record Named(String asWritten, String iso2) {}

    private static final Map<String, String> CODES = new HashMap<>();
    private static final Pattern ANY;
    private static final int FLAGS = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;

    static {
        names("BD", "Bangladesh", "People's Republic of Bangladesh");
        names("KH", "Cambodia", "Kingdom of Cambodia");
        names(
                "TW",
                "Republic of China",
                "ROC",
                "R.O.C.",
                "Republic of China (ROC)",
                "Republic of China (Taiwan)",
                "Taiwan");
        names("FJ", "Fiji", "Republic of Fiji");
        names("HK", "Hong Kong", "Hong Kong SAR");
        names("IN", "India", "Republic of India");
        names("ID", "Indonesia", "Republic of Indonesia");
        names(
                "IR",
                "Iran",
                "IR Iran",
                "I.R. Iran",
                "I. R. Iran",
                "Islamic Republic of Iran",
                "Iran (Islamic Republic of)");
        names("IR", "Iran, Islamic Republic of", "Islamic Rep. of Iran");
        names("JP", "Japan");
        names(
                "KR",
                "Korea",
                "Republic of Korea",
                "ROK",
                "R.O.K.",
                "South Korea",
                "Rep. of Korea",
                "Korea, Republic of");
        names("KR", "Korea (Republic of)", "Korea, Rep. of", "Republic of Korea (ROK)");
        names("LA", "Lao PDR", "Laos", "Lao P.D.R.", "Lao People's Democratic Republic");
        names("MY", "Malaysia");
        names("MN", "Mongolia");
        names("NP", "Nepal", "Federal Democratic Republic of Nepal");
        names("PK", "Pakistan", "Islamic Republic of Pakistan");
        names("PH", "Philippines", "Republic of the Philippines");
        names("SG", "Singapore", "Republic of Singapore");
        names("LK", "Sri Lanka", "Democratic Socialist Republic of Sri Lanka");
        names("TH", "Thailand", "Kingdom of Thailand");
        names("TR", "Türkiye", "Turkiye", "Turkey", "Republic of Türkiye", "Republic of Turkey");
        names(
                "VN",
                "Vietnam",
                "Viet Nam",
                "Việt Nam",
                "Socialist Republic of Vietnam",
                "Socialist Republic of Viet Nam");
        List<String> longestFirst = new ArrayList<>(CODES.keySet());
        longestFirst.sort(Comparator.comparingInt(String::length).reversed().thenComparing(Comparator.naturalOrder()));
        List<String> patterns = longestFirst.stream()
                .map(name -> Pattern.quote(name).replace(" ", "\\E\\s+\\Q").replace("'", "\\E['’]\\Q"))
                .toList();
        // a hyphen before or after makes another word of it: "Indo-India Hall" names no economy
        ANY = Pattern.compile("(?<![\\p{L}\\p{N}-])(?:" + String.join("|", patterns) + ")(?![\\p{L}\\p{N}-])", FLAGS);
    }

    private Economies() {}

    private static void names(String iso2, String... names) {
        for (String name : names) {
            CODES.put(key(name), iso2);
        }
    }

    private static String key(String name) {
        return name.replace('’', '\'').replaceAll("\\s+", " ").toLowerCase(Locale.ROOT);
    }

    /** Every economy in the text; null unless the text holds nothing but economies and the words that join them. */
    static @Nullable List<Named> list(String text) {
        List<Named> found = new ArrayList<>();
        Matcher matcher = ANY.matcher(text);
        StringBuilder rest = new StringBuilder();
        while (matcher.find()) {
            add(found, matcher.group());
            matcher.appendReplacement(rest, "\u0001");
        }
        matcher.appendTail(rest);
        // two economies with nothing between them, or a separator that holds nothing, may hide one that is not known
        String shape = rest.toString()
                .toLowerCase(Locale.ROOT)
                .strip()
                .replaceAll("[.;,]$", "")
                .replaceAll("\\bthe\\s+", "");
        boolean onlyEconomies = shape.matches("\u0001(?:\\s*(?:,\\s*and|,\\s*&|,|;|/|&|\\band\\b|\n)\\s*\u0001)*");
        return onlyEconomies ? found : null;
    }

    /** The economies where a venue lies; null unless each part of the venue ends with its own economy and names no other. */
    static @Nullable List<Named> ofVenue(String venue) {
        List<Named> found = new ArrayList<>();
        String text = venue.replaceAll("[.;,\\s]+$", "");
        int start = 0;
        Matcher matcher = ANY.matcher(text);
        Set<String> inPart = new TreeSet<>();
        while (matcher.find()) {
            inPart.add(code(matcher.group()));
            boolean ends = matcher.end() == text.length()
                    || text.substring(matcher.end()).matches("(?s)\\s*(?:;|,?\\s+and\\b|&|/).*");
            if (!ends) {
                continue;
            }
            if (inPart.size() != 1) {
                return null;
            }
            add(found, matcher.group());
            inPart.clear();
            start = matcher.end();
        }
        return found.isEmpty() || start != text.length() ? null : found;
    }

    private static void add(List<Named> found, String asWritten) {
        Named named = new Named(asWritten.replaceAll("\\s+", " "), code(asWritten));
        if (found.stream().noneMatch(other -> other.iso2().equals(named.iso2()))) {
            found.add(named);
        }
    }

    private static String code(String asWritten) {
        String code = CODES.get(key(asWritten));
        if (code == null) {
            throw new IllegalStateException("matched a name that has no code");
        }
        return code;
    }
}
