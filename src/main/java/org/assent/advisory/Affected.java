package org.assent.advisory;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Versions that an advisory names, written {@code >=10.1.0, <10.1.59 || =11.0.1}; {@code *} are all. */
record Affected(String text, List<List<Bound>> ranges) {

    private static final Pattern BOUND = Pattern.compile("(<=|>=|<|>|=)\\s*(\\S+)");

    record Bound(String comparison, LibraryVersion version) {

        boolean holds(LibraryVersion candidate) {
            int order = candidate.compareTo(version);
            return switch (comparison) {
                case "<" -> order < 0;
                case "<=" -> order <= 0;
                case ">" -> order > 0;
                case ">=" -> order >= 0;
                default -> order == 0;
            };
        }
    }

    static Affected of(String text) {
        return new Affected(
                text,
                Arrays.stream(text.split("\\|\\|", -1)).map(Affected::range).toList());
    }

    private static List<Bound> range(String range) {
        if (range.strip().equals("*")) {
            return List.of();
        }
        return Arrays.stream(range.split(",", -1)).map(Affected::bound).toList();
    }

    private static Bound bound(String text) {
        Matcher bound = BOUND.matcher(text.strip());
        if (!bound.matches()) {
            throw new IllegalArgumentException("“" + text.strip() + "” is no bound such as <1.2.3");
        }
        return new Bound(bound.group(1), LibraryVersion.of(bound.group(2)));
    }

    boolean names(LibraryVersion version) {
        return ranges.stream().anyMatch(range -> range.stream().allMatch(bound -> bound.holds(version)));
    }
}
