package org.assent.notification;

import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Finds the label that a line begins with. */
final class Labels {

    /** A label and the value on its line; weak if nothing but a space parts them. */
    record Found(Field field, String rest, boolean strong, @Nullable Integer revision) {}

    private static final Map<String, Field> BY_KEY = new HashMap<>();
    private static final Set<String> STARTS = new HashSet<>();
    private static final Map<String, String> STEMS = Map.ofEntries(
            Map.entry("countries", "country"),
            Map.entry("economies", "economy"),
            Map.entry("members", "member"),
            Map.entry("organizations", "organization"),
            Map.entry("organisation", "organization"),
            Map.entry("agencies", "agency"),
            Map.entry("organisations", "organization"),
            Map.entry("participants", "participant"),
            Map.entry("nominations", "nomination"),
            Map.entry("applications", "application"),
            Map.entry("venues", "venue"),
            Map.entry("dates", "date"),
            Map.entry("days", "day"),
            Map.entry("hosts", "host"),
            Map.entry("qualifications", "qualification"),
            Map.entry("places", "place"),
            Map.entry("no", "number"),
            Map.entry("titles", "title"),
            Map.entry("codes", "code"),
            Map.entry("candidates", "candidate"),
            Map.entry("nominees", "nominee"),
            Map.entry("institutions", "institution"),
            Map.entry("arrangements", "arrangement"),
            Map.entry("objectives", "objective"),
            Map.entry("procedures", "procedure"));
    private static final Pattern NUMBERING = Pattern.compile("^\\(?\\d{1,2}[.)]\\s+(?=\\p{L})");
    private static final Pattern REVISION = Pattern.compile(
            "(?i)^(?:project notification\\s*[-–—:(,]*\\s*)?(?:pn\\s+)?(?:revision|rev\\.?)"
                    + "\\s*(?:no\\.?\\s*)?[:#]?\\s*(\\d{1,2})\\b\\s*(issue date|date of issue|date)?\\s*[:,(–—-]?\\s*(.*?)\\s*\\)?$");
    private static final Pattern DELIMITER = Pattern.compile("\\s*:|\\s*[-–—]\\s");

    static {
        for (Field field : Field.values()) {
            for (String label : field.labels) {
                BY_KEY.put(label, field);
                for (int space = label.indexOf(' '); space > 0; space = label.indexOf(' ', space + 1)) {
                    STARTS.add(label.substring(0, space));
                }
            }
        }
    }

    private Labels() {}

    /** A label's words in the singular, without punctuation and the optional plural in brackets. */
    static String key(String text) {
        String plain = withoutNumbering(text)
                .toLowerCase(Locale.ROOT)
                .replaceAll("\\((?:s|es|ies)\\)", "")
                .replace('&', ' ');
        return Arrays.stream(plain.replaceAll("[^\\p{L}\\p{N}]+", " ").strip().split(" "))
                .map(word -> STEMS.getOrDefault(word, word))
                .collect(Collectors.joining(" "));
    }

    static String withoutNumbering(String text) {
        return NUMBERING.matcher(text).replaceFirst("");
    }

    static boolean isStart(String text) {
        return STARTS.contains(key(text));
    }

    static boolean isLabel(String text) {
        return BY_KEY.containsKey(key(text));
    }

    static boolean isLabelOrStart(String text) {
        return isLabel(text) || isStart(text);
    }

    static @Nullable Found find(Line line) {
        Matcher revision = REVISION.matcher(line.whole());
        if (revision.matches()) {
            String rest = revision.group(3);
            if (revision.group(2) != null || rest.isEmpty() || Dates.date(rest) != null) {
                return new Found(Field.REVISION_DATE, rest, true, Integer.valueOf(revision.group(1)));
            }
        }
        return line.columns() ? inLeftCell(line) : inText(withoutNumbering(line.text()));
    }

    private static @Nullable Found inLeftCell(Line line) {
        Field field = line.left().isEmpty() ? null : BY_KEY.get(key(line.left()));
        if (field != null) {
            return new Found(field, line.text().replaceFirst("^[:\\-–—]\\s+|^:", ""), true, null);
        }
        // "Title: The first half    the second half" is no table row, but a label with its value
        return line.left().contains(":") ? inText(withoutNumbering(line.whole())) : null;
    }

    private static @Nullable Found inText(String text) {
        Matcher delimiter = DELIMITER.matcher(text);
        while (delimiter.find() && delimiter.start() <= 60) {
            Field field = BY_KEY.get(key(text.substring(0, delimiter.start())));
            if (field != null) {
                return new Found(field, text.substring(delimiter.end()).strip(), true, null);
            }
        }
        Field alone = BY_KEY.get(key(text));
        if (alone != null) {
            return new Found(alone, "", true, null);
        }
        return weak(text);
    }

    /** The longest label that is followed by a mere space; it must look like one, with a capital letter. */
    private static @Nullable Found weak(String text) {
        if (text.isEmpty() || !Character.isUpperCase(text.codePointAt(0))) {
            return null;
        }
        String[] words = text.split(" ");
        for (int n = Math.min(7, words.length - 1); n > 0; n--) {
            Field field = BY_KEY.get(key(String.join(" ", Arrays.copyOf(words, n))));
            if (field != null && !words[n - 1].endsWith(",")) {
                String rest = String.join(" ", Arrays.copyOfRange(words, n, words.length));
                return new Found(field, rest, false, null);
            }
        }
        return null;
    }
}
