package org.assent.scoring;

import java.util.List;
import org.apache.commons.numbers.fraction.BigFraction;

/** How far a figure climbs a ladder, and how that is told. */
record Climb(List<Level> levels, Direction direction) {

    Score score(Figure figure, Mode mode) {
        int reached = 0;
        while (reached < levels.size()
                && !direction.reaches(figure, levels.get(reached).figure())) {
            reached++;
        }
        if (reached == levels.size()) {
            Level last = levels.get(reached - 1);
            return new Score(
                    BigFraction.ZERO,
                    figure + " is worse than " + last.figure() + ", the last level of the ladder (" + last.mark()
                            + "): the score is 0.00.");
        }
        Level lower = levels.get(reached);
        if (Exact.compare(figure.exact(), lower.figure().exact()) == 0) {
            return told(lower, figure + " is exactly the level for " + lower.mark() + ": the score is ");
        }
        if (reached == 0) {
            return told(
                    lower,
                    figure + " is better than " + lower.figure() + ", the level for " + lower.mark()
                            + (figure.yearless() ? " (dates without a year lie in one fiscal year, July to June)" : "")
                            + "; there is no more than that: the score is ");
        }
        Level upper = levels.get(reached - 1);
        return mode == Mode.STEP
                ? told(
                        lower,
                        figure + " reaches " + lower + " but not " + upper
                                + ", and steps count only when reached: the score is ")
                : between(figure, lower, upper);
    }

    private static Score told(Level level, String reason) {
        BigFraction mark = BigFraction.of(level.mark());
        return new Score(mark, reason + Exact.shown(mark) + ".");
    }

    private Score between(Figure figure, Level lower, Level upper) {
        int marks = upper.mark() - lower.mark();
        BigFraction part = figure.exact()
                .subtract(lower.figure().exact())
                .abs()
                .divide(upper.figure().exact().subtract(lower.figure().exact()).abs());
        BigFraction raw = part.multiply(marks).add(lower.mark());
        String formula = figure.kind() == ValueKind.DATE
                ? days(figure, lower) + " / " + days(upper.figure(), lower)
                : difference(figure, lower) + " / " + difference(upper.figure(), lower);
        return new Score(
                raw,
                figure + " lies between " + lower + " and " + upper + ": " + lower.mark() + " + " + marks + " x "
                        + formula + " = " + result(raw) + ".");
    }

    /** The larger first, so that nobody has to divide two negatives. */
    private String difference(Figure figure, Level lower) {
        return direction == Direction.HIGHER_IS_BETTER
                ? "(" + figure + " - " + bracketed(lower.figure()) + ")"
                : "(" + lower.figure() + " - " + bracketed(figure) + ")";
    }

    private static String bracketed(Figure figure) {
        return figure.exact().signum() < 0 ? "(" + figure + ")" : figure.toString();
    }

    private String days(Figure figure, Level lower) {
        BigFraction days = figure.exact().subtract(lower.figure().exact()).abs();
        Figure first = direction == Direction.HIGHER_IS_BETTER ? lower.figure() : figure;
        Figure second = direction == Direction.HIGHER_IS_BETTER ? figure : lower.figure();
        return "(" + days + (days.isOne() ? " day" : " days") + " from " + first + " to " + second + ")";
    }

    private static String result(BigFraction raw) {
        String shown = Exact.shown(raw).toPlainString();
        return Exact.operand(raw).equals(shown) ? shown : Exact.operand(raw) + ", shown as " + shown;
    }
}
