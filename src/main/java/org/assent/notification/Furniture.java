package org.assent.notification;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Page headers, footers and numbers: they may stand in the middle of a value, so they are taken out before anything is read. */
final class Furniture {
    static final Pattern REFERENCE =
            Pattern.compile("\\d{2}-[A-Z]{2}-\\d{2}-[A-Z]{2,3}-[A-Z]{3}-[A-Z]-PN\\d{7}-\\d{3}(?![\\d-])");
    private static final Pattern LOOKS_LIKE_REFERENCE =
            Pattern.compile("(?i)\\d{2}-[A-Z0-9]{2}-\\d{1,3}-[A-Z0-9]{2,3}-[A-Z0-9]{3}-[A-Z0-9](?:-PN\\d+-\\d+)?");
    private static final String PAGE =
            "(?:-\\s*)?(?:page|p\\.|pg\\.?)\\s*\\d{1,2}(?:\\s*(?:of|/)\\s*\\d{1,2})?(?:\\s*-)?|\\d{1,2}\\s*/\\s*\\d{1,2}";
    private static final Pattern PAGE_NUMBER = Pattern.compile("(?i)(?:" + PAGE + ")");
    private static final Pattern BARE_NUMBER = Pattern.compile("(?:-\\s*)?(\\d{1,2})(?:\\s*-)?");

    private Furniture() {}

    static List<Line> removed(List<Line> lines) {
        boolean[] out = new boolean[lines.size()];
        markRepeated(lines, out);
        String reference = "";
        for (int i = 0; i < out.length; i++) {
            String text = lines.get(i).whole();
            boolean mentions = LOOKS_LIKE_REFERENCE.matcher(text).find();
            boolean bare = mentions && isOnlyReference(text);
            // the first one is the reference itself; one that differs from it must stay to be seen
            Matcher stated = REFERENCE.matcher(text);
            if (bare && stated.find() && !stated.group().equals(reference)) {
                reference = reference.isEmpty() ? stated.group() : reference;
                out[i] = false;
            } else {
                out[i] |= bare && text.contains(reference) && !reference.isEmpty();
                out[i] |= PAGE_NUMBER.matcher(text).matches() || isTitle(text);
            }
        }
        markNumbersBeside(lines, out);
        return rest(lines, out);
    }

    /** Nothing but a reference or code, with the words that introduce it and a page number. */
    static boolean isOnlyReference(String text) {
        String rest = LOOKS_LIKE_REFERENCE.matcher(text).replaceFirst("");
        rest = rest.replaceAll("(?i)" + PAGE, "");
        rest = rest.replaceAll(
                "(?i)\\b(?:ref(?:erence)?|no|number|pn|apo|project|notification|asian productivity organization)\\b",
                "");
        return rest.replaceAll("[\\s.,:;|()/–—-]", "").isEmpty();
    }

    private static boolean isTitle(String text) {
        return text.replaceAll("\\s+", " ")
                .toLowerCase(Locale.ROOT)
                .matches("(?:apo )?project notification(?: \\(?cont(?:inued|d|\\.)?\\)?)?");
    }

    /** What returns in the first or last three lines of another page, page numbers aside. */
    private static void markRepeated(List<Line> lines, boolean[] out) {
        Map<String, List<Integer>> byText = new HashMap<>();
        for (int i = 0; i < lines.size(); i++) {
            if (distanceToEdge(lines, i) <= 3 && lines.get(i).whole().length() > 3) {
                String masked = lines.get(i)
                        .whole()
                        .replaceAll("(?i)" + PAGE + "|^\\d{1,2} | \\d{1,2}$", "#")
                        .toLowerCase(Locale.ROOT);
                byText.computeIfAbsent(masked, none -> new ArrayList<>()).add(i);
            }
        }
        for (List<Integer> places : byText.values()) {
            long pages =
                    places.stream().map(i -> lines.get(i).page()).distinct().count();
            boolean rowsOfTheForm = places.stream()
                    .map(i -> lines.get(i).whole())
                    .anyMatch(text -> Items.isMarked(text) || Labels.find(Line.plain(text, false, 1)) != null);
            if (pages > 1 && !rowsOfTheForm) {
                places.forEach(i -> out[i] = true);
            }
        }
    }

    private static int distanceToEdge(List<Line> lines, int i) {
        int up = 1;
        while (i - up >= 0 && lines.get(i - up).page() == lines.get(i).page() && up <= 3) {
            up++;
        }
        int down = 1;
        while (i + down < lines.size()
                && lines.get(i + down).page() == lines.get(i).page()
                && down <= 3) {
            down++;
        }
        return Math.min(up, down);
    }

    /** A number alone is a page number only beside other furniture or at the edge of its own page. */
    private static void markNumbersBeside(List<Line> lines, boolean[] out) {
        boolean manyPages = !lines.isEmpty() && lines.get(lines.size() - 1).page() > 1;
        for (int i = 0; i < out.length; i++) {
            var number = BARE_NUMBER.matcher(lines.get(i).whole());
            if (number.matches() && manyPages && distanceToEdge(lines, i) == 1) {
                out[i] |= Integer.parseInt(number.group(1)) == lines.get(i).page();
            }
        }
    }

    private static List<Line> rest(List<Line> lines, boolean[] out) {
        List<Line> rest = new ArrayList<>();
        boolean pageBroken = false;
        for (int i = 0; i < out.length; i++) {
            if (out[i]) {
                pageBroken |= !rest.isEmpty();
                continue;
            }
            Line line = lines.get(i);
            // an empty line around furniture says nothing about the text that it interrupts
            rest.add(pageBroken && line.gap() ? line.withGap(false) : line);
            pageBroken = false;
        }
        return rest;
    }
}
