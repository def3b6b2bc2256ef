package org.assent.rehearsal;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.assent.drafting.IndicatorFacts;
import org.assent.scoring.Direction;
import org.assent.scoring.Level;
import org.assent.scoring.ValueKind;

/**
 * What an office reaches by one indicator: the same in every rehearsal, mostly the target, here and there less.
 *
 * @param quarters as reported for each of the four; empty where there is nothing to report
 * @param year what they come to, of a date the number of its day
 */
record Performance(List<String> quarters, BigDecimal year, ValueKind kind) {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM uuuu", Locale.ENGLISH);
    private static final BigDecimal LAST_DAY =
            BigDecimal.valueOf(AgreementYear.YEAR.end().toEpochDay());
    private static final int CHANCES = 100;

    /**
     * @param office its place among the offices, some of which are better than others
     * @param line the indicator's place in the agreement
     * @param firstLost nothing is reported for the first quarter, so the others have to tell all
     */
    static Performance of(IndicatorFacts indicator, int office, int line, boolean firstLost) {
        BigDecimal year = year(indicator, office, line);
        return new Performance(quarters(indicator, year, firstLost), year, indicator.kind());
    }

    String text() {
        return text(kind, year);
    }

    static String text(ValueKind kind, BigDecimal value) {
        return kind == ValueKind.DATE ? LocalDate.ofEpochDay(value.longValue()).format(DAY) : value.toPlainString();
    }

    private static BigDecimal year(IndicatorFacts indicator, int office, int line) {
        int diligence = 58 + Math.floorMod(office * 7, 10) * 3;
        int luck = Math.floorMod(line * 37 + office * 53, CHANCES);
        int worse = CHANCES - diligence;
        if (luck < diligence) {
            return luck < 8 ? beyond(indicator) : value(indicator, 0);
        }
        int depth = (luck - diligence) * 10 / worse;
        BigDecimal share = BigDecimal.valueOf(2 + Math.floorMod(luck, 6), 1);
        return depth < 6 ? between(indicator, 0, share) : depth < 9 ? between(indicator, 1, share) : missed(indicator);
    }

    private static BigDecimal value(IndicatorFacts indicator, int level) {
        List<Level> levels = indicator.ladder().levels();
        return levels.get(Math.min(level, levels.size() - 1)).figure().value();
    }

    /** Part of the way down from a level to the next, in the ladder's own decimals. */
    private static BigDecimal between(IndicatorFacts indicator, int level, BigDecimal share) {
        BigDecimal better = value(indicator, level);
        BigDecimal way = value(indicator, level + 1).subtract(better);
        return better.add(way.multiply(share)).setScale(scale(indicator), RoundingMode.HALF_UP);
    }

    /** A little more than the target, where more can be counted. */
    private static BigDecimal beyond(IndicatorFacts indicator) {
        BigDecimal target = value(indicator, 0);
        BigDecimal step = target.subtract(value(indicator, 1));
        boolean possible = indicator.kind() == ValueKind.NUMBER && step.abs().compareTo(BigDecimal.ONE) > 0;
        return possible ? target.add(step).setScale(scale(indicator), RoundingMode.HALF_UP) : target;
    }

    /** Worse than the last level that scores. */
    private static BigDecimal missed(IndicatorFacts indicator) {
        int last = indicator.ladder().levels().size() - 1;
        BigDecimal step = value(indicator, last).subtract(value(indicator, last - 1));
        BigDecimal missed = value(indicator, last).add(step).max(BigDecimal.ZERO);
        return indicator.kind() == ValueKind.DATE ? missed.min(LAST_DAY) : missed;
    }

    private static int scale(IndicatorFacts indicator) {
        return indicator.ladder().levels().stream()
                .mapToInt(level ->
                        Math.max(0, level.figure().value().stripTrailingZeros().scale()))
                .max()
                .orElse(0);
    }

    private static List<String> quarters(IndicatorFacts indicator, BigDecimal year, boolean firstLost) {
        if (indicator.kind() == ValueKind.DATE) {
            return dated(LocalDate.ofEpochDay(year.longValue()), firstLost);
        }
        int scale = scale(indicator);
        BigDecimal unit = BigDecimal.ONE.movePointLeft(scale);
        return switch (indicator.accumulation()) {
            case SUM -> {
                BigDecimal first = part(year, 20, scale);
                BigDecimal second = part(year, 25, scale);
                BigDecimal third = part(year, 25, scale);
                BigDecimal told =
                        firstLost ? second.add(third) : first.add(second).add(third);
                yield texts(first, second, third, year.subtract(told));
            }
            case AVERAGE ->
                firstLost || year.compareTo(unit) < 0 || year.add(unit).compareTo(BigDecimal.valueOf(100)) > 0
                        ? texts(year, year, year, year)
                        : texts(year.subtract(unit), year.add(unit), year, year);
            case LATEST -> {
                boolean falls = indicator.ladder().direction() == Direction.LOWER_IS_BETTER;
                yield texts(
                        part(year, falls ? 130 : 70, scale),
                        part(year, falls ? 120 : 80, scale),
                        part(year, falls ? 110 : 90, scale),
                        year);
            }
        };
    }

    private static BigDecimal part(BigDecimal year, int percent, int scale) {
        return year.multiply(BigDecimal.valueOf(percent, 2)).setScale(scale, RoundingMode.DOWN);
    }

    private static List<String> texts(BigDecimal... quarters) {
        return List.of(quarters).stream().map(BigDecimal::toPlainString).toList();
    }

    /** Something that happens on a day is reported once, for the quarter in which it happened, or the next that is. */
    private static List<String> dated(LocalDate day, boolean firstLost) {
        int quarter = Math.max(firstLost ? 1 : 0, Math.floorMod(day.getMonthValue() - 7, 12) / 3);
        return List.of(0, 1, 2, 3).stream()
                .map(number -> number == quarter ? day.format(DAY) : "")
                .toList();
    }
}
