package org.assent.scoring;

import java.util.ArrayList;
import java.util.List;
import org.assent.engine.Refusal;
import org.jspecify.annotations.Nullable;

/** A ladder as it was typed: its levels and all that is wrong with it. */
record LadderReading(ValueKind kind, Direction direction, List<Level> levels, List<String> problems) {

    static LadderReading of(Terms terms, List<? extends @Nullable String> typed) {
        List<Level> levels = new ArrayList<>();
        List<String> problems = new ArrayList<>(shape(terms, typed));
        for (int i = 0; i < Math.min(typed.size(), terms.marks().size()); i++) {
            String level = typed.get(i);
            if (level != null && !Figure.missing(level)) {
                read(terms, terms.marks().get(i), level, levels, problems);
            }
        }
        ValueKind kind = kind(terms, levels);
        if (problems.isEmpty()) {
            kinds(terms, levels, problems);
        }
        if (problems.isEmpty()) {
            run(levels, problems);
        }
        Direction direction = problems.isEmpty() ? direction(levels) : Direction.HIGHER_IS_BETTER;
        if (problems.isEmpty() && terms.direction() != null && terms.direction() != direction) {
            problems.add("The ladder goes from " + levels.get(0) + " to " + levels.get(1) + ", so a "
                    + (direction == Direction.HIGHER_IS_BETTER ? "higher" : "lower or earlier")
                    + " figure is better; the indicator says the opposite.");
        }
        List<Level> alike = levels.stream()
                .map(level -> kind == ValueKind.PERCENT
                        ? new Level(level.mark(), level.figure().asPercent())
                        : level)
                .toList();
        return new LadderReading(kind, direction, alike, List.copyOf(problems));
    }

    /** Only lower levels are ever left blank: between two filled ones nobody could say where the step lies. */
    private static List<String> shape(Terms terms, List<? extends @Nullable String> typed) {
        List<Integer> marks = terms.marks();
        if (typed.size() > marks.size()
                && typed.subList(marks.size(), typed.size()).stream().anyMatch(level -> !Figure.missing(level))) {
            return List.of("A ladder has at most " + marks.size() + " levels, this one has " + typed.size() + ".");
        }
        int filled = 0;
        int afterBlank = -1;
        int firstBlank = -1;
        for (int i = 0; i < Math.min(typed.size(), marks.size()); i++) {
            if (!Figure.missing(typed.get(i))) {
                filled++;
                afterBlank = firstBlank >= 0 && afterBlank < 0 ? i : afterBlank;
            } else if (firstBlank < 0) {
                firstBlank = i;
            }
        }
        if (filled == 0) {
            return List.of(
                    "The ladder is empty: fill at least the levels for " + marks.get(0) + " and " + marks.get(1) + ".");
        }
        if (afterBlank >= 0) {
            return List.of("The level for " + marks.get(firstBlank) + " is blank, but the level for "
                    + marks.get(afterBlank) + " is filled: levels may be left blank from the bottom only.");
        }
        return filled == 1
                ? List.of("The ladder has one level only: fill at least the levels for " + marks.get(0) + " and "
                        + marks.get(1) + ".")
                : List.of();
    }

    private static void read(Terms terms, int mark, String typed, List<Level> levels, List<String> problems) {
        try {
            levels.add(new Level(mark, Figure.read(typed, terms.fiscalYear())));
        } catch (Refusal refusal) {
            problems.add("The level for " + mark + ": " + refusal.getMessage());
        }
    }

    /** What the indicator says; otherwise one percentage makes all of them percentages. */
    private static ValueKind kind(Terms terms, List<Level> levels) {
        if (terms.kind() != null) {
            return terms.kind();
        }
        return levels.stream()
                .map(level -> level.figure().kind())
                .filter(kind -> kind != ValueKind.NUMBER)
                .findFirst()
                .orElse(ValueKind.NUMBER);
    }

    private static void kinds(Terms terms, List<Level> levels, List<String> problems) {
        ValueKind kind = kind(terms, levels);
        for (Level level : levels) {
            ValueKind own = level.figure().kind();
            if (own != kind && !(own == ValueKind.NUMBER && kind == ValueKind.PERCENT)) {
                problems.add("The level for " + level.mark() + " (" + level.figure() + ") is " + own.phrase()
                        + (terms.kind() == null ? ", but another level is " : ", but the indicator asks for ")
                        + kind.phrase() + ".");
            }
        }
        if (levels.stream().map(level -> level.figure().yearless()).distinct().count() > 1) {
            problems.add("Some dates of the ladder bear a year and some do not: write all with it or none.");
        }
    }

    private static void run(List<Level> levels, List<String> problems) {
        for (int i = 1; i < levels.size(); i++) {
            if (order(levels, i) == 0) {
                problems.add("The levels for " + levels.get(i - 1).mark() + " and "
                        + levels.get(i).mark() + " are the same ("
                        + levels.get(i).figure() + ").");
            } else if (order(levels, 1) != 0 && order(levels, i) != order(levels, 1)) {
                problems.add("The ladder does not run one way: from " + levels.get(0) + " to " + levels.get(1)
                        + " it " + (order(levels, 1) > 0 ? "falls" : "rises") + ", from " + levels.get(i - 1) + " to "
                        + levels.get(i) + " it " + (order(levels, i) > 0 ? "falls" : "rises") + ".");
                return;
            }
        }
    }

    private static Direction direction(List<Level> levels) {
        return order(levels, 1) > 0 ? Direction.HIGHER_IS_BETTER : Direction.LOWER_IS_BETTER;
    }

    private static int order(List<Level> levels, int i) {
        return Exact.compare(
                levels.get(i - 1).figure().exact(), levels.get(i).figure().exact());
    }
}
