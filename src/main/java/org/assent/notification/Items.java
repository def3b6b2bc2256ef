package org.assent.notification;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A list with whatever bullets and letters it bears; not certain where a line may belong to an item or not. */
record Items(List<String> items, boolean certain) {

    /** The head of a day's list: its number, and what else stands on the line. */
    record DayHeading(int number, String rest) {}

    private static final String SIGNS = "•·▪●○‣◦§➢►✓■□❖\uF0B7\uF0A7\uF0D8\uF076";
    private static final Pattern BULLET = Pattern.compile("^(?<sign>(?:[-–—*](?:\\s+|$)|[" + SIGNS
            + "]\\s*|o\\s+(?=\\p{Lu}|[a-z][.)]\\s))*)"
            + "(?<mark>(?:\\(?(?:[a-z]|\\d{1,2}|[ivx]{1,4})[.)]|\\d{1,2}\\.\\d{1,2}\\.?)\\s+)?(?<text>.*)$");
    private static final Pattern STARTS_SENTENCE =
            Pattern.compile("(?:The|All|Participants|Each|These|This|Detailed|A)\\b.*");
    private static final Pattern DAY = Pattern.compile("(?i)^day\\s+(\\d{1,2}|" + Numbers.WORDS
            + ")\\s*(?:\\([^)]*\\))?\\s*" + "(?:,\\s*[^:]{3,40})?(?:\\s*[:.]|\\s*[-–—](?=\\s|$)|$)\\s*(.*)$");
    private static final Pattern SEVERAL_DAYS = Pattern.compile(
            "(?i)^days?\\s+(?:\\d+|\\w+)\\s*(?:-|–|—|and|&|to)\\s*(?:day\\s*)?\\d+\\b(?!\\s+\\p{L}{3,9}\\s+\\d{4}).*");

    static @Nullable DayHeading dayHeading(String text) {
        Matcher bare = BULLET.matcher(text);
        String unmarked = bare.matches() && bare.group("mark") == null ? bare.group("text") : text;
        Matcher day = DAY.matcher(unmarked);
        if (!day.matches() || SEVERAL_DAYS.matcher(unmarked).matches()) {
            return null;
        }
        Integer number = Numbers.of(day.group(1));
        String rest = Dates.date(day.group(2)) != null ? "" : day.group(2);
        return number == null ? null : new DayHeading(number, rest);
    }

    /** A line that speaks of days as a heading does, and is none. */
    static boolean isOddDay(String text) {
        return SEVERAL_DAYS.matcher(text).matches() || dayHeading(text) == null && text.matches("(?i)day\\s+\\d.*");
    }

    /** @param onlyOneBlock whether the list ends at the first paragraph that bears no bullet */
    static Items of(List<Line> lines, Prose prose, boolean onlyOneBlock) {
        boolean bullets = lines.stream().anyMatch(line -> isMarked(line.whole()));
        List<List<String>> items = new ArrayList<>();
        boolean certain = true;
        double bulletX = Double.NaN;
        String previous = "";
        int page = lines.isEmpty() ? 0 : lines.get(0).page();
        for (Line line : lines) {
            String text = line.whole();
            Matcher matcher = BULLET.matcher(text);
            boolean marked = isMarked(text);
            String content = marked && matcher.matches() ? matcher.group("text") : text;
            boolean first = items.isEmpty();
            if (marked || first) {
                boolean leadIn = first && !marked && bullets && text.endsWith(":");
                if (!leadIn) {
                    items.add(new ArrayList<>(List.of(content)));
                }
                bulletX = marked ? line.x() : bulletX;
            } else {
                boolean outdented = bullets && line.x() < bulletX - 3;
                boolean newParagraph = line.gap() || outdented;
                if (newParagraph && onlyOneBlock && (bullets || text.endsWith(".") || text.endsWith(":"))) {
                    break;
                }
                boolean newItem = newParagraph
                        || !bullets && Character.isUpperCase(text.codePointAt(0)) && previous.length() < 60;
                if (newItem) {
                    certain &= !(newParagraph && bullets);
                    items.add(new ArrayList<>(List.of(content)));
                } else {
                    boolean upper = Character.isUpperCase(text.codePointAt(0));
                    boolean sentence = !(line.x() > bulletX + 3)
                            && (STARTS_SENTENCE.matcher(text).matches() || upper && line.page() != page);
                    certain &= !(bullets ? sentence : upper);
                    items.get(items.size() - 1).add(content);
                }
            }
            previous = text;
            page = line.page();
        }
        List<String> texts = items.stream()
                .map(prose::joined)
                .filter(item -> !item.isBlank())
                .toList();
        return new Items(texts, certain);
    }

    static boolean isMarked(String text) {
        Matcher matcher = BULLET.matcher(text);
        return matcher.matches() && (!matcher.group("sign").isEmpty() || matcher.group("mark") != null);
    }

    static String unmarked(String text) {
        Matcher matcher = BULLET.matcher(text);
        return matcher.matches() ? matcher.group("text") : text;
    }
}
