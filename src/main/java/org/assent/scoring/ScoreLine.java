package org.assent.scoring;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.apache.commons.numbers.fraction.BigFraction;
import org.assent.engine.Refusal;
import org.jspecify.annotations.Nullable;

/**
 * One line of a sheet, scored.
 *
 * @param weight null where the sheet has no such column
 */
record ScoreLine(
        int line,
        Ladder ladder,
        Figure actual,
        @Nullable BigFraction weight,
        Mode mode,
        boolean evidence,
        Score score) {

    private static final Set<String> HIGHER = Set.of(
            "higher",
            "higher is better",
            "high",
            "up",
            "upward",
            "upwards",
            "increasing",
            "increase",
            "more",
            "more is better",
            "later",
            "later is better");
    private static final Set<String> LOWER = Set.of(
            "lower",
            "lower is better",
            "low",
            "down",
            "downward",
            "downwards",
            "decreasing",
            "decrease",
            "less",
            "less is better",
            "fewer",
            "fewer is better",
            "earlier",
            "earlier is better",
            "lower or earlier is better");
    private static final Set<String> INTERPOLATED =
            Set.of("", "interpolate", "interpolated", "interpolation", "linear", "proportional", "in proportion");
    private static final Set<String> STEPPED = Set.of("step", "steps", "stepped", "by step", "by steps");
    private static final Set<String> NO_EVIDENCE =
            Set.of("", "no", "n", "false", "0", "none", "nil", "n/a", "not given", "না");

    /** Reads what stands in the columns; a refusal says all that is wrong with the line. */
    static ScoreLine of(int line, Map<SheetColumn, String> cells) {
        List<String> problems = new ArrayList<>();
        Ladder ladder = take(problems, () -> ladder(cells));
        Figure actual = ladder == null ? null : take(problems, () -> actual(ladder, cells));
        BigFraction weight = cells.containsKey(SheetColumn.WEIGHT) ? take(problems, () -> weight(cells)) : null;
        Mode mode = take(problems, () -> mode(cells));
        if (ladder == null || actual == null || mode == null || !problems.isEmpty()) {
            throw new Refusal(String.join(" ", problems));
        }
        boolean evidence = evidence(cells);
        return new ScoreLine(line, ladder, actual, weight, mode, evidence, ladder.score(actual, mode, evidence));
    }

    private interface Reading<T> {
        T read();
    }

    private static <T> @Nullable T take(List<String> problems, Reading<T> reading) {
        try {
            return reading.read();
        } catch (Refusal refusal) {
            problems.add(String.valueOf(refusal.getMessage()));
            return null;
        }
    }

    private static Ladder ladder(Map<SheetColumn, String> cells) {
        String written = words(cells, SheetColumn.DIRECTION);
        Direction direction = HIGHER.contains(written)
                ? Direction.HIGHER_IS_BETTER
                : LOWER.contains(written) ? Direction.LOWER_IS_BETTER : null;
        if (direction == null && !written.isEmpty()) {
            throw new Refusal("The direction must be higher or lower, or blank to follow the ladder.");
        }
        return Ladder.of(Terms.OPEN.running(direction), Ladder.split(cells.getOrDefault(SheetColumn.LADDER, "")));
    }

    private static Figure actual(Ladder ladder, Map<SheetColumn, String> cells) {
        String typed = cells.getOrDefault(SheetColumn.ACTUAL, "");
        if (Figure.missing(typed)) {
            throw new Refusal("The actual figure is missing.");
        }
        return ladder.read(typed);
    }

    private static BigFraction weight(Map<SheetColumn, String> cells) {
        String typed = cells.getOrDefault(SheetColumn.WEIGHT, "");
        if (Figure.missing(typed)) {
            throw new Refusal("The weight is missing.");
        }
        Figure weight = Figure.read(typed);
        if (weight.kind() == ValueKind.DATE
                || weight.exact().signum() <= 0
                || weight.value().compareTo(BigDecimal.valueOf(100)) > 0) {
            throw new Refusal("The weight " + weight + " must be a number above 0 and at most 100.");
        }
        return weight.exact();
    }

    private static Mode mode(Map<SheetColumn, String> cells) {
        String written = words(cells, SheetColumn.MODE);
        if (STEPPED.contains(written)) {
            return Mode.STEP;
        }
        if (INTERPOLATED.contains(written)) {
            return Mode.INTERPOLATE;
        }
        throw new Refusal("The mode must be interpolate or step, or blank to interpolate.");
    }

    /** A sheet without the column is about figures alone; a blank cell in it says that there is none. */
    private static boolean evidence(Map<SheetColumn, String> cells) {
        return !cells.containsKey(SheetColumn.EVIDENCE) || !NO_EVIDENCE.contains(words(cells, SheetColumn.EVIDENCE));
    }

    private static String words(Map<SheetColumn, String> cells, SheetColumn column) {
        String cell = cells.getOrDefault(column, "");
        return Figure.missing(cell)
                ? ""
                : FigureText.plain(cell.replace('_', ' ').replace('-', ' ')).toLowerCase(Locale.ROOT);
    }
}
