package org.assent.scheme;

import java.math.BigDecimal;
import java.time.MonthDay;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.List;
import java.util.Locale;

/**
 * An indicator that the scheme itself brings, of a mandatory objective or a reform plan. Public: it is part of every
 * agreement under the scheme. Kind, direction, accumulation and mode are the words of an agreement's content.
 *
 * @param id as shown and reported: M1.1.1, GRS.1
 * @param weight in the objective's marks, or the plan's own
 * @param kind NUMBER, PERCENT or DATE
 * @param direction HIGHER_IS_BETTER, LOWER_IS_BETTER, or empty where the ladder says it
 * @param accumulation SUM, LATEST or AVERAGE of the quarters
 * @param mode INTERPOLATE or STEP
 * @param ladder five levels, best first, empty where not set; dates as day and month: {@code 16 Jul}
 */
public record SchemeIndicator(
        String id,
        String name,
        String bengaliName,
        String unit,
        BigDecimal weight,
        String kind,
        String direction,
        String accumulation,
        String mode,
        List<String> ladder,
        String evidence) {

    private static final DateTimeFormatter DAY_AND_MONTH = new DateTimeFormatterBuilder()
            .parseCaseInsensitive()
            .appendPattern("d MMM")
            .toFormatter(Locale.ENGLISH);

    /** The ladder with its dates placed in the fiscal year and written {@code 2018-07-16}. */
    public List<String> ladder(FiscalYear year) {
        if (!kind.equals("DATE")) {
            return ladder;
        }
        return ladder.stream()
                .map(day -> day.isBlank()
                        ? ""
                        : year.place(MonthDay.parse(day, DAY_AND_MONTH)).toString())
                .toList();
    }
}
