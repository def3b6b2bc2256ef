package org.assent.scoring;

import java.util.Arrays;
import java.util.List;
import org.apache.commons.numbers.fraction.BigFraction;
import org.assent.engine.Refusal;
import org.jspecify.annotations.Nullable;

/**
 * The figures that earn 100, 90, 80, 70 and 60; lower levels may be blank, and then the last one filled is the floor.
 * Public: drafting checks ladders, evaluation scores by them.
 */
public final class Ladder {

    private final Terms terms;
    private final ValueKind kind;
    private final Direction direction;
    private final List<Level> levels;

    private Ladder(Terms terms, LadderReading reading) {
        this.terms = terms;
        this.kind = reading.kind();
        this.direction = reading.direction();
        this.levels = reading.levels();
    }

    /** Reads the levels, best first; refuses with all that is wrong with them. */
    public static Ladder of(Terms terms, List<? extends @Nullable String> levels) {
        LadderReading reading = LadderReading.of(terms, levels);
        if (!reading.problems().isEmpty()) {
            throw new Refusal(String.join(" ", reading.problems()));
        }
        return new Ladder(terms, reading);
    }

    /** What is wrong with these levels, a sentence each; nothing if they can be scored by. */
    public static List<String> problems(Terms terms, List<? extends @Nullable String> levels) {
        return LadderReading.of(terms, levels).problems();
    }

    /** The levels of a ladder in one cell, set apart by |, or by ;, or by / (then no date in it is written with /). */
    public static List<String> split(String cell) {
        String mark = cell.contains("|") ? "\\|" : cell.contains(";") ? ";" : "/";
        return Arrays.stream(cell.split(mark, -1)).map(String::strip).toList();
    }

    public ValueKind kind() {
        return kind;
    }

    public Direction direction() {
        return direction;
    }

    /** Those that are filled, best first. */
    public List<Level> levels() {
        return levels;
    }

    /** An actual in this ladder's terms; refuses what cannot be compared with its levels. */
    public Figure read(String typed) {
        Figure figure = Figure.read(typed, terms.fiscalYear());
        if (kind == ValueKind.PERCENT) {
            figure = figure.asPercent();
        }
        // whoever left the sign out of the ladder may still write it behind the figure, unless the indicator counts
        boolean signLeftOut = figure.kind() == ValueKind.PERCENT && kind == ValueKind.NUMBER && terms.kind() == null;
        if (figure.kind() != kind && !signLeftOut) {
            throw new Refusal(figure + " is " + figure.kind().phrase() + ", but the levels of the ladder are "
                    + kind.phrase() + " each.");
        }
        demandSameYears(figure);
        return figure;
    }

    private void demandSameYears(Figure figure) {
        if (kind == ValueKind.DATE
                && figure.yearless() != levels.get(0).figure().yearless()) {
            throw new Refusal(
                    figure.yearless()
                            ? figure + " bears no year, but the dates of the ladder do: write the year as well."
                            : figure + " bears a year, but the dates of the ladder do not: write all with it or none.");
        }
    }

    /**
     * What the figure scores, with the reason in words. Without evidence there is no score; where evidence is not asked
     * for yet (a quarterly report), say true.
     */
    public Score score(@Nullable Figure figure, Mode mode, boolean evidence) {
        if (figure == null) {
            return new Score(BigFraction.ZERO, "No figure was reported, so the score is 0.00.");
        }
        demandSameYears(figure);
        Score earned = new Climb(levels, direction).score(figure, mode);
        return evidence
                ? earned
                : new Score(
                        BigFraction.ZERO,
                        "No evidence was given, so the score is 0.00. With evidence: " + earned.explanation());
    }

    @Override
    public String toString() {
        return String.join(" / ", levels.stream().map(Level::toString).toList());
    }
}
